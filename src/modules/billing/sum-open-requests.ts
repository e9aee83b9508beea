import { type SQL, sql } from "drizzle-orm"
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
  const { rows } = await ctx.db.execute<Omit<AgedSum, "left"> & { minor: string } & Record<string, unknown>>(
    reach.kind === "all" ? sumOfAll(today) : sumOfAccounts(reach.accountIds, today),
  )
  return rows.map(({ currency, bucket, count, minor }) => ({
    currency,
    bucket,
    count,
    left: money(BigInt(minor), currency),
  }))
}

/** Each from its first due day, and before the next one. */
function bucketsOf(today: Temporal.PlainDate): SQL {
  const day = (days: number) => sql`${today.subtract({ days }).toString()}::date`
  return sql`(values
    ('not_due'::text, ${day(0)}, 'infinity'::date), ('to_7', ${day(7)}, ${day(0)}), ('to_30', ${day(30)}, ${day(7)}),
    ('to_60', ${day(60)}, ${day(30)}), ('over_60', '-infinity', ${day(60)})) as bucket (name, first, next)`
}

const isOwed = sql`one.state in ('open', 'billed')`
const figures = sql`count(*)::int as count, sum(one.left_minor)::text as minor`

/** The index leads from one currency to the next, and each bucket is added up between two places of it. */
function sumOfAll(today: Temporal.PlainDate): SQL {
  return sql`
    with recursive currencies as (
      (select one.currency from ${paymentRequests} as one where ${isOwed} order by one.currency limit 1)
      union all
      select (select one.currency from ${paymentRequests} as one
        where ${isOwed} and one.currency > currencies.currency order by one.currency limit 1)
      from currencies where currencies.currency is not null)
    select currencies.currency, bucket.name as bucket, sums.*
    from currencies, ${bucketsOf(today)},
      lateral (
        select ${figures} from ${paymentRequests} as one
        where ${isOwed} and one.currency = currencies.currency and one.due_on >= bucket.first
          and one.due_on < bucket.next) as sums
    where sums.count > 0
    order by 1, 2`
}

function sumOfAccounts(accountIds: readonly string[], today: Temporal.PlainDate): SQL {
  return sql`
    select one.currency, bucket.name as bucket, ${figures}
    from ${paymentRequests} as one
    join ${bucketsOf(today)} on one.due_on >= bucket.first and one.due_on < bucket.next
    where ${isOwed} and one.account_id = any(${sql.param([...accountIds])}::text[])
    group by 1, 2 order by 1, 2`
}
