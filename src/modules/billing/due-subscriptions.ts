import { and, eq, gt, inArray, isNull, lte, or, type SQL, sql } from "drizzle-orm"
import { askingDays } from "./asking-tables.ts"
import type { CollectingPolicy } from "./collecting-policy.ts"
import { subscriptionPeriods, subscriptions } from "./subscription-tables.ts"
import { invoices } from "./tables.ts"

/** What should have been seen to longer ago is a person's business. */
const FORGET_AFTER = { days: 400 }

/** To be asked for by today, and nothing asks for it yet: found by the days of asking. */
export function isDue(today: Temporal.PlainDate): SQL | undefined {
  return and(
    sql`${subscriptions.id} in (select ${askingDays.id} from ${askingDays} where ${isAskedBy(today)})`,
    isToBeAsked(today),
  )
}

/** The days of asking up to today's. */
export function isAskedBy(today: Temporal.PlainDate): SQL | undefined {
  return and(lte(askingDays.askOn, today), gt(askingDays.askOn, today.subtract(FORGET_AFTER)))
}

/** What makes a subscription due, told from its own row: looked at again where it is locked. */
export function isToBeAsked(today: Temporal.PlainDate): SQL | undefined {
  return and(
    lte(subscriptions.nextRequestOn, today),
    gt(subscriptions.nextRequestOn, today.subtract(FORGET_AFTER)),
    isNull(subscriptions.requestId),
    eq(subscriptions.cancelAtEnd, false),
  )
}

/** Owes by an invoice that came first and is due by now, or nearly. */
export function isOwingBy(today: Temporal.PlainDate, policy: CollectingPolicy): SQL {
  return sql`${subscriptions.id} in (
    select period.subscription_id from ${invoices} as owed
    join ${subscriptionPeriods} as period
      on period.tenant_id = owed.tenant_id and period.invoice_id = owed.id
    where ${isOwedBy(today, policy)})
    and ${inArray(subscriptions.state, ["active", "past_due", "suspended", "paused"])}`
}

/** Of an invoice that is called "owed". */
export function isOwedBy(today: Temporal.PlainDate, policy: CollectingPolicy): SQL {
  return sql`owed.state = 'open' and owed.due_on <= ${soonest(today, policy).toString()}::date
    and owed.due_on > ${today.subtract(FORGET_AFTER).toString()}::date`
}

function soonest(today: Temporal.PlainDate, policy: CollectingPolicy): Temporal.PlainDate {
  return today.add({ days: Math.max(0, ...policy.reminderDays) })
}

/** Whatever is near the end of its paid time, or past it, or in a pause. */
export function isCollected(today: Temporal.PlainDate, policy: CollectingPolicy): SQL | undefined {
  // Written as two questions of two indexes: what is paid beyond its pause ends long after it.
  return and(isRunningByState(), or(isNearItsEnd(today, policy), isPausedBy(today)))
}

/** Said as its index says it: with parameters the database could not tell that it is the same. */
export function isRunningByState(): SQL {
  return sql`${subscriptions.state} in ('trialing', 'active', 'past_due', 'suspended', 'paused')`
}

export function isNearItsEnd(today: Temporal.PlainDate, policy: CollectingPolicy): SQL | undefined {
  return and(
    lte(subscriptions.periodEnd, soonest(today, policy).add({ days: 1 })),
    gt(subscriptions.periodEnd, today.subtract(FORGET_AFTER)),
  )
}

export function isPausedBy(today: Temporal.PlainDate): SQL {
  return lte(subscriptions.pauseFrom, today)
}

export interface DueOf {
  readonly accountIds: readonly string[]
  readonly today: Temporal.PlainDate
}

export interface DueAmong {
  readonly ids: readonly string[]
  readonly today: Temporal.PlainDate
}

/** What is due of these accounts, or of these subscriptions. */
export function isDueOf(of: DueOf | DueAmong): SQL | undefined {
  const [column, values] = "ids" in of ? [subscriptions.id, of.ids] : [subscriptions.accountId, of.accountIds]
  return and(isToBeAsked(of.today), sql`${column} = any(${sql.param(values)}::text[])`)
}

/** Whoever of these has more of it waiting gets all of it on one request; nobody has more on one day. */
export const MOST_DUE_AT_ONCE = 2_000
