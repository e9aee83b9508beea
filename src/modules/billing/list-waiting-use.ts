import { type SQL, sql } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { useWindows } from "./metered-tables.ts"
import { subscriptions } from "./subscription-tables.ts"
import type { WaitingUse } from "./waiting-use.ts"

/** More waits for the next time. */
const MOST_AT_ONCE = 5_000

/** A renewal that is asked for within so many days of its end takes use along. */
const WAITS_DAYS = 31
/** Whatever kept the renewal from taking it. */
const LONGEST_DAYS = 45

export type WaitingOf =
  | { readonly accountIds: readonly string[] }
  /** What no renewal will take along: of what ends or has ended, of what is paid for long ahead or costs nothing. */
  | { readonly aloneOn: Temporal.PlainDate }

/** Oldest first, by one statement for all of them. */
export async function listWaitingUse(ctx: Context, of: WaitingOf): Promise<WaitingUse[]> {
  if ("accountIds" in of && of.accountIds.length === 0) return []
  const condition =
    "accountIds" in of ? sql`one.account_id = any(${sql.param(of.accountIds)}::text[])` : isAlone(of.aloneOn)
  const { rows } = await ctx.db.execute<WaitingUse & Record<string, unknown>>(sql`
    select use.id, use.subscription_id as "subscriptionId", one.account_id as "accountId", use.currency,
      one.collection, one.method_id as "methodId", one.plan_id as "planId", one.price_id as "priceId",
      use.from_on::text as "fromOn", use.to_on::text as "toOn", use.amount_minor::text as "amountMinor",
      use.words, use.facts
    from ${useWindows} as use
    join ${subscriptions} as one on one.id = use.subscription_id
    where use.request_id is null and use.amount_minor > 0 and ${condition}
    order by use.from_on, use.id
    limit ${MOST_AT_ONCE}`)
  return rows
}

function isAlone(today: Temporal.PlainDate): SQL {
  return sql`not (one.state in ('active', 'past_due', 'suspended', 'paused') and not one.cancel_at_end
    and one.next_minor > 0 and use.to_on > ${today.subtract({ days: LONGEST_DAYS }).toString()}::date
    and (one.request_id is not null or coalesce(one.next_request_on <= use.to_on + ${WAITS_DAYS}::integer, false)))`
}
