import { sql } from "drizzle-orm"
import { check, index, jsonb, text, uniqueIndex } from "drizzle-orm/pg-core"
import { currency, instant, knownCurrency, minor, oneOf, plainDate } from "#kit/columns.ts"
import { references, tenantTable } from "#kit/tenant-table.ts"
import type { AgreedPlan, TermsBefore } from "./change-of-plan.ts"
import { type ChangeState, changeStates } from "./change-of-plan-contract.ts"
import { type MomentPolicy, momentPolicies } from "./change-of-plan-policy.ts"
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
    /** Of a planned one: what the agreement was before the renewal was to ask for the other plan; null until then. */
    before: jsonb("before").$type<TermsBefore>(),
    /** Of a planned one: since when its first time is paid. */
    paidOn: plainDate("paid_on"),
    createdAt: instant("created_at").notNull(),
    appliedAt: instant("applied_at"),
  },
  (table) => [
    // One wish at a time is waited for.
    uniqueIndex("plan_changes_one_open")
      .on(table.tenantId, table.serviceId)
      .where(sql`state in ('awaiting_payment', 'planned')`),
    uniqueIndex().on(table.tenantId, table.paymentRequestId),
    index().on(table.tenantId, table.accountId, table.createdAt),
    index().on(table.tenantId, table.serviceId, table.createdAt),
    index("plan_changes_planned")
      .on(table.tenantId, table.subscriptionId, table.changeOn)
      .where(sql`state = 'planned'`),
    references(table, table.accountId, foreign.accounts),
    oneOf("plan_changes_state", table.state, changeStates),
    knownCurrency("plan_changes_currency", table.currency),
    check("plan_changes_applied", sql`(${table.state} = 'applied') = (${table.appliedAt} is not null)`),
  ],
)

/** When this shop's customers may let another plan begin. One row; without it as they like. */
export const planChangePolicies = tenantTable(
  orders,
  "plan_change_policies",
  {
    up: text("up").$type<MomentPolicy>().notNull(),
    down: text("down").$type<MomentPolicy>().notNull(),
  },
  (table) => [
    check("plan_change_policies_one", sql`${table.id} = 'policy'`),
    oneOf("plan_change_policies_up", table.up, momentPolicies),
    oneOf("plan_change_policies_down", table.down, momentPolicies),
  ],
)
