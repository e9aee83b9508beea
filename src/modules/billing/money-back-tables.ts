import { sql } from "drizzle-orm"
import { check, integer, jsonb, text } from "drizzle-orm/pg-core"
import { oneOf } from "#kit/columns.ts"
import type { Currency } from "#kit/money.ts"
import { tenantTable } from "#kit/tenant-table.ts"
import { HOLD_DAYS } from "./money-back.ts"
import { type RefundBasis, refundBases } from "./plan-refund.ts"
import { billing } from "./tables.ts"

/** What this shop gives back of its own accord: a row "policy" for all, and one by a product's id where that differs. */
export const refundPolicies = tenantTable(
  billing,
  "refund_policies",
  {
    windowDays: integer("window_days").notNull(),
    basis: text("basis").$type<RefundBasis>().notNull(),
    fees: jsonb("fees").$type<Partial<Record<Currency, string>>>().notNull(),
    capPercent: integer("cap_percent").notNull(),
    holdDays: integer("hold_days").notNull().default(HOLD_DAYS),
  },
  (table) => [
    oneOf("refund_policies_basis", table.basis, refundBases),
    check(
      "refund_policies_bounds",
      sql`${table.windowDays} >= 0 and ${table.capPercent} between 0 and 100 and ${table.holdDays} between 0 and 90`,
    ),
  ],
)
