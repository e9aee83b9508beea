import { sql } from "drizzle-orm"
import { check, index, jsonb, text, uniqueIndex } from "drizzle-orm/pg-core"
import { currency, instant, knownCurrency, minor, oneOf, plainDate } from "#kit/columns.ts"
import { references, tenantTable } from "#kit/tenant-table.ts"
import type { AgreedPlan } from "./change-of-plan.ts"
import { type ChangeState, changeStates } from "./change-of-plan-contract.ts"
import { foreign, orders } from "./tables.ts"

/** A wish for another plan: made at once, or when its difference is paid. */
export const planChanges = tenantTable(
  orders,
  "plan_changes",
  {
    accountId: text("account_id").notNull(),
    serviceId: text("service_id").notNull(),
    subscriptionId: text("subscription_id").notNull(),
    fromPlanId: text("from_plan_id").notNull(),
    agreed: jsonb("agreed").$type<AgreedPlan>().notNull(),
    state: text("state").$type<ChangeState>().notNull(),
    changeOn: plainDate("change_on").notNull(),
    /** The end of the paid time when it was asked for: further time that was paid since makes it another sum. */
    periodEnd: plainDate("period_end").notNull(),
    currency: currency().notNull(),
    /** What goes back; zero where the difference is paid, waived or nothing. */
    backMinor: minor("back_minor").notNull(),
    paymentRequestId: text("payment_request_id"),
    createdAt: instant("created_at").notNull(),
    appliedAt: instant("applied_at"),
  },
  (table) => [
    // One wish at a time is waited for.
    uniqueIndex("plan_changes_one_open")
      .on(table.tenantId, table.serviceId)
      .where(sql`state = 'awaiting_payment'`),
    uniqueIndex().on(table.tenantId, table.paymentRequestId),
    index().on(table.tenantId, table.accountId, table.createdAt),
    index().on(table.tenantId, table.serviceId, table.createdAt),
    references(table, table.accountId, foreign.accounts),
    oneOf("plan_changes_state", table.state, changeStates),
    knownCurrency("plan_changes_currency", table.currency),
    check("plan_changes_applied", sql`(${table.state} = 'applied') = (${table.appliedAt} is not null)`),
  ],
)
