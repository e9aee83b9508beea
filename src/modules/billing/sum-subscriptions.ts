import { sql } from "drizzle-orm"
import type { Context, Reach } from "#kit/context.ts"
import type { Currency } from "#kit/money.ts"
import type { Cycle, SubscriptionState } from "./subscription.ts"
import { subscriptions } from "./subscription-tables.ts"

export interface SubscriptionSum {
  readonly currency: Currency
  readonly state: SubscriptionState
  readonly cycle: Cycle
  readonly count: number
  /** Seats, pieces, heads: what the agreements are about, added up. */
  readonly quantity: bigint
  /** What the next turn of the cycle brings, after coupons, added up exactly. */
  readonly minor: bigint
}

/** Agreements that have not ended, what nobody has paid for yet as trials, added up by currency, state and cycle: a few rows, however many there are. */
export async function sumSubscriptions(ctx: Context, reach: Reach): Promise<SubscriptionSum[]> {
  const ids = reach.kind === "accounts" ? [...reach.accountIds] : null
  const { rows } = await ctx.db.execute<{
    currency: Currency
    state: SubscriptionState
    cycle: Cycle
    count: number
    quantity: string
    minor: string
  }>(sql`
    select currency, stand as state, cycle, count(*)::int as count, sum(quantity)::text as quantity,
      sum(next_minor * quantity)::text as minor
    from (select *, case when period_number = 0 and trial_until is not null then 'trialing' else state end as stand
      from ${subscriptions}) as one
    where ended_at is null and (${ids}::text[] is null or account_id = any(${ids}::text[]))
    group by currency, stand, cycle
    order by currency, stand, cycle
    limit ${MOST_ROWS}`)
  return rows.map((row) => ({ ...row, quantity: BigInt(row.quantity), minor: BigInt(row.minor) }))
}

/** Five currencies, seven states, nine cycles. */
const MOST_ROWS = 400
