import { and, eq, gt, inArray, lt } from "drizzle-orm"
import { recordAudits } from "#audit"
import type { Context } from "#kit/context.ts"
import { wordsOf } from "#kit/work/failure.ts"
import { inHalves } from "#kit/work/in-halves.ts"
import { quotes } from "./quote-tables.ts"

/** Older ones were met by an earlier run. */
const FORGET_AFTER = { days: 180 }
const MOST_AT_ONCE = 500

/** Its last day is over: from the next one on it says so. Whoever accepts it at this moment was first, or is too late. */
export async function expireQuotes(ctx: Context, day: Temporal.PlainDate): Promise<void> {
  const rows = await ctx.db
    .select({ id: quotes.id, accountId: quotes.accountId })
    .from(quotes)
    .where(
      and(
        eq(quotes.state, "sent"),
        lt(quotes.validUntil, day),
        gt(quotes.validUntil, day.subtract(FORGET_AFTER)),
      ),
    )
    .orderBy(quotes.id)
    .limit(MOST_AT_ONCE)
    .for("update")
  const { leftOut } = await inHalves(ctx, rows, (part) => expire(ctx, part))
  // Found again by tomorrow's run, for half a year.
  for (const { item, error } of leftOut)
    ctx.log.error({ quoteId: item.id, error: wordsOf(error) }, "a quote could not be ended")
}

async function expire(
  ctx: Context,
  rows: readonly { readonly id: string; readonly accountId: string }[],
): Promise<void> {
  const ids = rows.map(({ id }) => id)
  await ctx.db.update(quotes).set({ state: "expired" }).where(inArray(quotes.id, ids))
  await recordAudits(
    ctx,
    rows.map(({ id, accountId }) => ({
      act: "paperwork.quote-expired",
      subjectId: id,
      accountId,
      before: { state: "sent" },
      after: { state: "expired" },
    })),
  )
}
