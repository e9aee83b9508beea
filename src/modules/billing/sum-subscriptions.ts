import { type SQL, sql } from "drizzle-orm"
import type { Context, Reach } from "#kit/context.ts"
import { type CountedKind, readKind } from "./read-kind.ts"
import { subscriptions } from "./subscription-tables.ts"

export interface SubscriptionSum extends CountedKind {
  readonly count: number
  /** Of these, whose next turn brings money: what is free, by staff or by a coupon, is not among them. */
  readonly paying: number
  /** Seats, pieces, heads: what the agreements are about, added up. */
  readonly quantity: bigint
  /** What the next turn of the cycle brings, after coupons, added up exactly. */
  readonly minor: bigint
}

/** Agreements that have not ended, what nobody has paid for yet as trials, added up by currency, state and cycle: a few rows, however many there are. */
export async function sumSubscriptions(ctx: Context, reach: Reach): Promise<SubscriptionSum[]> {
  const { rows } = await ctx.db.execute<{
    counted_as: string
    count: number
    paying: number
    quantity: string
    minor: string
  }>(reach.kind === "all" ? sumOfAll : sumOfAccounts(reach.accountIds))
  return rows.map(({ counted_as: countedAs, count, paying, quantity, minor }) => ({
    ...readKind(countedAs),
    count,
    paying,
    quantity: BigInt(quantity),
    minor: BigInt(minor),
  }))
}

const figures = sql`count(*)::int as count, (count(*) filter (where one.turn_minor > 0))::int as paying,
  sum(one.quantity)::text as quantity, sum(one.turn_minor)::text as minor`

/** The index leads from one kind to the next, and each is added up by itself: to tell a million apart would take longer than to add them up. */
const sumOfAll = sql`
  with recursive kinds as (
    (select counted_as from ${subscriptions} where counted_as is not null order by counted_as limit 1)
    union all
    select (select next.counted_as from ${subscriptions} as next
      where next.counted_as > kinds.counted_as order by next.counted_as limit 1)
    from kinds where kinds.counted_as is not null)
  select kinds.counted_as, sums.* from kinds,
    lateral (select ${figures} from ${subscriptions} as one where one.counted_as = kinds.counted_as) as sums
  where kinds.counted_as is not null
  order by kinds.counted_as`

function sumOfAccounts(accountIds: readonly string[]): SQL {
  return sql`
    select counted_as, ${figures} from ${subscriptions} as one
    where counted_as is not null and account_id = any(${sql.param([...accountIds])}::text[])
    group by counted_as
    order by counted_as
    limit ${MOST_ROWS}`
}

/** Five currencies, seven states, nine cycles. */
const MOST_ROWS = 400
