import { and, eq, ne, sql } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { announce } from "#kit/events/announce.ts"
import { deviceAppeared } from "./events.ts"
import { devices } from "./sign-in-tables.ts"
import { sessions } from "./tables.ts"
import { TRUSTED } from "./trusted.ts"

export interface MetDevice {
  readonly personId: string
  readonly sessionId: string
  readonly userAgent: string
  readonly address: string
  readonly isTrusted: boolean
}

/** A browser never seen before: its person is told by mail. The very first one is no news to anybody. */
export async function meetDevice(ctx: Context, met: MetDevice): Promise<string> {
  const { personId, sessionId, userAgent, address, isTrusted } = met
  const deviceId = ctx.newId("dev")
  await ctx.db.insert(devices).values({
    id: deviceId,
    personId,
    userAgent,
    address,
    trustedUntil: isTrusted ? sql`now() + ${TRUSTED}` : null,
    createdAt: sql`now()`,
    lastSeenAt: sql`now()`,
  } as never)
  await ctx.db.update(sessions).set({ deviceId }).where(eq(sessions.id, sessionId))
  const others = await ctx.db.$count(devices, and(eq(devices.personId, personId), ne(devices.id, deviceId)))
  if (others > 0) await announce(ctx, deviceAppeared, { personId, deviceId, sessionId })
  return deviceId
}
