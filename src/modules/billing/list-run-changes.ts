import { sql } from "drizzle-orm"
import type { Context, Reach } from "#kit/context.ts"
import { type Currency, type Money, money } from "#kit/money.ts"
import type { Say } from "#kit/refusal.ts"
import { loadRunTax } from "./load-run-tax.ts"
import { runLines } from "./run-lines.ts"

export interface RunChange {
  readonly subscriptionId: string
  readonly accountId: string
  readonly accountName: string
  readonly words: Say
  readonly now: Money
  readonly before: Money
}

const MOST = 50

/** Who is asked for another sum than last time, the greatest difference in percent first. */
export async function listRunChanges(
  ctx: Context,
  reach: Reach,
  on: Temporal.PlainDate,
): Promise<RunChange[]> {
  if (reach.kind !== "all") return []
  const { rows } = await ctx.db.execute<{
    id: string
    account_id: string
    account_name: string
    words: Say
    currency: Currency
    now_minor: string
    before_minor: string
  }>(sql`
    select id, account_id, account_name, words, currency, now_minor::text, before_minor::text
    from (${runLines(on, await loadRunTax(ctx, on))}) as line
    where now_minor <> before_minor
    order by abs(now_minor - before_minor)::numeric / before_minor desc, id
    limit ${MOST}`)
  return rows.map((row) => ({
    subscriptionId: row.id,
    accountId: row.account_id,
    accountName: row.account_name,
    words: row.words,
    now: money(BigInt(row.now_minor), row.currency),
    before: money(BigInt(row.before_minor), row.currency),
  }))
}
