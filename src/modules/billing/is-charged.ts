import { and, eq, gt, lte, type SQL, sql } from "drizzle-orm"
import { subscriptions } from "./subscription-tables.ts"
import { paymentRequests } from "./tables.ts"

/** As in isChargeDay, with a margin. */
const FORGET_AFTER = { days: 40 }

// Columns written by hand: of a select from one table drizzle prints them bare, and here two tables have them.
// All that is on one request is collected the same way: that is how they are put together.
export const methodOfRequest = sql<string | null>`(select max(one.method_id) from ${subscriptions} as one
  where one.tenant_id = ${paymentRequests}.tenant_id and one.request_id = ${paymentRequests}.id)`
const isByHand = sql`exists (select from ${subscriptions} as one where one.tenant_id = ${paymentRequests}.tenant_id
  and one.request_id = ${paymentRequests}.id and one.collection = 'manual')`

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
