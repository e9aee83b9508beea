import { and, asc, sql } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { askingDays } from "./asking-tables.ts"
import { isAskedBy } from "./due-subscriptions.ts"

/** One transaction's worth: well under a second, and a kill repeats no more than it. */
const DUE_AT_ONCE = 200

export interface DueChunk {
  readonly accountIds: readonly string[]
  /** Where the chunk after it begins; null at the end. */
  readonly next: string | null
}

/** Whose renewals are to be asked for next, day after day and account after account. */
export async function listDueAccounts(
  ctx: Context,
  today: Temporal.PlainDate,
  after: string,
): Promise<DueChunk> {
  const [afterOn, afterId] = after.split(" ")
  const found = await ctx.db
    .select({ on: askingDays.askOn, accountId: askingDays.accountId })
    .from(askingDays)
    .where(
      and(
        isAskedBy(today),
        afterOn
          ? sql`(${askingDays.askOn}, ${askingDays.accountId}) > (${afterOn}::date, ${afterId}::text)`
          : undefined,
      ),
    )
    .orderBy(asc(askingDays.askOn), asc(askingDays.accountId))
    .limit(DUE_AT_ONCE)
  const last = found.at(-1)
  return {
    accountIds: [...new Set(found.map(({ accountId }) => accountId))],
    next: last && found.length === DUE_AT_ONCE ? `${last.on} ${last.accountId}` : null,
  }
}
