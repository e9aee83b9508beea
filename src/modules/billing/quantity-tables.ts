import { sql } from "drizzle-orm"
import { check, index, integer, text, uniqueIndex } from "drizzle-orm/pg-core"
import { instant, oneOf, plainDate } from "#kit/columns.ts"
import { references, tenantTable } from "#kit/tenant-table.ts"
import { type QuantityState, quantityStates } from "./quantity.ts"
import { subscriptions } from "./subscription-tables.ts"
import { billing, paymentRequests } from "./tables.ts"

/** More pieces that are had once their difference is paid. */
export const quantityChanges = tenantTable(
  billing,
  "quantity_changes",
  {
    subscriptionId: text("subscription_id").notNull(),
    paymentRequestId: text("payment_request_id").notNull(),
    quantityBefore: integer("quantity_before").notNull(),
    quantity: integer("quantity").notNull(),
    state: text("state").$type<QuantityState>().notNull(),
    changeOn: plainDate("change_on").notNull(),
    /** The end of the paid time when it was asked for: further time that was paid since makes it another sum. */
    periodEnd: plainDate("period_end").notNull(),
    createdAt: instant("created_at").notNull(),
    appliedAt: instant("applied_at"),
  },
  (table) => [
    // One wish at a time is waited for.
    uniqueIndex("quantity_changes_one_open")
      .on(table.tenantId, table.subscriptionId)
      .where(sql`state = 'awaiting_payment'`),
    uniqueIndex().on(table.tenantId, table.paymentRequestId),
    index().on(table.tenantId, table.subscriptionId, table.createdAt),
    references(table, table.subscriptionId, () => subscriptions),
    references(table, table.paymentRequestId, () => paymentRequests),
    oneOf("quantity_changes_state", table.state, quantityStates),
    check("quantity_changes_more", sql`${table.quantity} > ${table.quantityBefore}`),
    check("quantity_changes_applied", sql`(${table.state} = 'applied') = (${table.appliedAt} is not null)`),
  ],
)
