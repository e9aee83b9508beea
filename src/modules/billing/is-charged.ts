import { and, eq, gt, lte, type SQL, sql } from "drizzle-orm"
import { subscriptions } from "./subscription-tables.ts"
import { paymentRequestLines, paymentRequests } from "./tables.ts"

/** As in isChargeDay, with a margin. */
const FORGET_AFTER = { days: 40 }

// Columns written by hand: of a select from one table drizzle prints them bare, and here two tables have them.
// All that is on one request is collected the same way: that is how they are put together.
// What a request asks for is found by its lines: a subscription's own request is no way to it (decision 0082).
const asked = sql`${paymentRequestLines} as line join ${subscriptions} as one
  on one.tenant_id = line.tenant_id and one.id = line.subscription_id and one.request_id = line.request_id
  where line.tenant_id = ${paymentRequests}.tenant_id and line.request_id = ${paymentRequests}.id`
export const methodOfRequest = sql<string | null>`(select max(one.method_id) from ${asked})`
const isByHand = sql`exists (select from ${asked} and one.collection = 'manual')`

/** What asks for a renewal, is due by that day and may be charged to a saved method. */
export function isCharged(today: Temporal.PlainDate): SQL | undefined {
  return and(
    eq(paymentRequests.state, "open"),
    eq(paymentRequests.purpose, "renewal"),
    lte(paymentRequests.dueOn, today),
    gt(paymentRequests.dueOn, today.subtract(FORGET_AFTER)),
    sql`${methodOfRequest} is not null`,
    sql`not ${isByHand}`,
  )
}
