import { sql } from "drizzle-orm"
import type { Context, Reach } from "#kit/context.ts"
import { type Currency, type Money, money } from "#kit/money.ts"
import { paymentRequests } from "./tables.ts"

/** How long past its due day: not yet, up to a week, a month, two months, longer. */
type AgeBucket = "not_due" | "to_7" | "to_30" | "to_60" | "over_60"

export interface AgedSum {
  readonly currency: Currency
  readonly bucket: AgeBucket
  readonly count: number
  /** What a gateway is still asked for. */
  readonly left: Money
}

/** What is asked for and not paid, by how long it is overdue. */
export async function sumOpenRequests(
  ctx: Context,
  reach: Reach,
  today: Temporal.PlainDate,
): Promise<AgedSum[]> {
  const ids = reach.kind === "accounts" ? [...reach.accountIds] : null
  const { rows } = await ctx.db.execute<
    Omit<AgedSum, "left"> & { minor: string } & Record<string, unknown>
  >(sql`
    select currency,
      case when late <= 0 then 'not_due' when late <= 7 then 'to_7' when late <= 30 then 'to_30'
        when late <= 60 then 'to_60' else 'over_60' end as bucket,
      count(*)::int as count, sum(left_minor)::text as minor
    from (
      select currency, ${today.toString()}::date - due_on as late, total_minor - from_credit_minor - credited_minor as left_minor
      from ${paymentRequests}
      where state in ('open', 'billed') and (${ids}::text[] is null or account_id = any(${ids}::text[]))
    ) as request
    group by 1, 2 order by 1, 2`)
  return rows.map(({ currency, bucket, count, minor }) => ({
    currency,
    bucket,
    count,
    left: money(BigInt(minor), currency),
  }))
}
