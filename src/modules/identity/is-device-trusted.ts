import { and, eq, gt, sql } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { devices } from "./sign-in-tables.ts"

/** Whether this person's browser was spared the second factor, and still is. */
export async function isDeviceTrusted(
  ctx: Context,
  wish: { readonly personId: string; readonly deviceId: string | undefined },
): Promise<boolean> {
  if (!wish.deviceId) return false
  const wanted = and(
    eq(devices.id, wish.deviceId),
    eq(devices.personId, wish.personId),
    gt(devices.trustedUntil, sql`now()`),
  )
  return (await ctx.db.$count(devices, wanted)) > 0
}
