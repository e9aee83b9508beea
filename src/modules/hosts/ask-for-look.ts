import { eq } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { startWork } from "#kit/work/start-work.ts"
import type { HostRow } from "./queries.ts"
import { hostNames } from "./tables.ts"
import { lookAtHostHead } from "./work-heads.ts"

/** Somebody wants to know now. One that was given up is looked for again, for another week. */
export async function askForLook(ctx: Context, row: HostRow): Promise<void> {
  const now = ctx.clock.now()
  const again = row.state === "failed" ? { state: "pending" as const, askedAt: now } : {}
  await ctx.db
    .update(hostNames)
    .set({ ...again, lookAskedAt: now })
    .where(eq(hostNames.id, row.id))
  await startWork(ctx, lookAtHostHead, { hostId: row.id })
}
