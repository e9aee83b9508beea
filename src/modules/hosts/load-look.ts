import { eq } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { findLanding } from "#tenancy"
import { type LookWish } from "./look-up.ts"
import { hostNames } from "./tables.ts"

/** What to look for; undefined when the name was removed meanwhile. */
export async function loadLook(ctx: Context, hostId: string): Promise<LookWish | undefined> {
  const [row] = await ctx.db
    .select({ host: hostNames.host, token: hostNames.token })
    .from(hostNames)
    .where(eq(hostNames.id, hostId))
    .limit(1)
  return row && { ...row, landing: await findLanding(ctx) }
}
