import { sql } from "drizzle-orm"
import type { Context, Reach } from "#kit/context.ts"
import type { Currency } from "#kit/money.ts"
import { getCollectingPolicy } from "./get-collecting-policy.ts"
import { loadRunTax } from "./load-run-tax.ts"
import type { RunFigures } from "./plan-run-stop.ts"
import { runLines } from "./run-lines.ts"

export interface RunSum extends RunFigures {
  readonly currency: Currency
  readonly beforeMinor: bigint
  readonly accounts: number
  /** Of the subscriptions: those whose saved method is charged. */
  readonly automatic: number
}

/** What the run of a day would ask for, per currency: nothing is written, and nobody is asked. */
export async function sumRun(ctx: Context, reach: Reach, on: Temporal.PlainDate): Promise<RunSum[]> {
  if (reach.kind !== "all") return []
  const { stopLinePercent } = await getCollectingPolicy(ctx)
  const { rows } = await ctx.db.execute<{
    currency: Currency
    subscriptions: number
    accounts: number
    automatic: number
    now: string
    before: string
    expected: string
    raised: number
  }>(sql`
    select currency, count(*)::int as subscriptions, count(distinct account_id)::int as accounts,
      (count(*) filter (where collection = 'automatic'))::int as automatic,
      sum(now_minor)::text as now, sum(before_minor)::text as before, sum(expected_minor)::text as expected,
      (count(*) filter (where now_minor * 100 > expected_minor * ${100 + stopLinePercent}::int))::int as raised
    from (${runLines(on, await loadRunTax(ctx, on))}) as line
    group by currency order by currency`)
  return rows.map(({ now, before, expected, ...row }) => ({
    ...row,
    nowMinor: BigInt(now),
    beforeMinor: BigInt(before),
    expectedMinor: BigInt(expected),
  }))
}
