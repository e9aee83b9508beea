import { and, asc, eq, inArray, lte, or } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { askForLook } from "./ask-for-look.ts"
import { hostNames } from "./tables.ts"

/** A shop has at most fifty, so each round reaches them all. */
const MOST_A_ROUND = 50

/** Each hour for those that are waited for, each day for those that were found: nobody looks for what was given up. */
export async function sweepHosts(ctx: Context): Promise<void> {
  const before = (hours: number) => ctx.clock.now().subtract({ hours })
  const due = await ctx.db
    .select()
    .from(hostNames)
    .where(
      or(
        and(eq(hostNames.state, "pending"), lte(hostNames.lookAskedAt, before(1))),
        and(inArray(hostNames.state, ["verified", "lapsed"]), lte(hostNames.lookAskedAt, before(24))),
      ),
    )
    .orderBy(asc(hostNames.lookAskedAt))
    .limit(MOST_A_ROUND)
  for (const row of due) await askForLook(ctx, row)
}
