import { sql } from "drizzle-orm"
import { check, index, integer, jsonb, pgSchema, text, uniqueIndex } from "drizzle-orm/pg-core"
import { invoices, paymentRequests } from "#billing/tables"
import { accounts } from "#identity/tables"
import { instant, oneOf } from "#kit/columns.ts"
import { references, tenantTable } from "#kit/tenant-table.ts"
import type { LateFeePolicy } from "./plan-late-fee.ts"

export const fees = pgSchema("fees")

/** One row a tenant: id is always "policy"; none: no late fee. */
export const lateFeePolicies = tenantTable(
  fees,
  "late_fee_policies",
  {
    kind: text("kind").$type<LateFeePolicy["kind"]>().notNull(),
    afterDays: integer("after_days").notNull(),
    basisPoints: integer("basis_points").notNull(),
    amounts: jsonb("amounts").$type<LateFeePolicy["amounts"]>().notNull(),
    changedBy: text("changed_by").notNull(),
    changedAt: instant("changed_at").notNull(),
  },
  (table) => [oneOf("late_fee_policies_kind", table.kind, ["none", "fixed", "percent"])],
)

/** Once per invoice: asked for, or said not to be. */
export const lateFees = tenantTable(
  fees,
  "late_fees",
  {
    invoiceId: text("invoice_id").notNull(),
    accountId: text("account_id").notNull(),
    state: text("state").$type<"charged" | "waived">().notNull(),
    requestId: text("request_id"),
    reason: text("reason"),
    createdAt: instant("created_at").notNull(),
  },
  (table) => [
    uniqueIndex().on(table.tenantId, table.invoiceId),
    index().on(table.tenantId, table.accountId, table.createdAt, table.id),
    references(table, table.invoiceId, () => invoices),
    references(table, table.accountId, () => accounts),
    references(table, table.requestId, () => paymentRequests),
    oneOf("late_fees_state", table.state, ["charged", "waived"]),
    check("late_fees_charged", sql`${table.state} = 'waived' or ${table.requestId} is not null`),
  ],
)
