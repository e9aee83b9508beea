import { sql } from "drizzle-orm"
import { boolean, check, index, pgSchema, text, uniqueIndex } from "drizzle-orm/pg-core"
import { accounts } from "#identity/tables"
import { currency, instant, knownCurrency, minor, oneOf } from "#kit/columns.ts"
import { references, tenantTable } from "#kit/tenant-table.ts"
import type { CreditCause, CreditKind, HoldState } from "./account-credit.ts"
import { holdStates } from "./account-credit.ts"
import { creditCauses, creditKinds } from "./contract.ts"

export const credit = pgSchema("credit")

/** How a customer's credit came to be, line by line; the balance itself is the ledger's. */
export const creditEntries = tenantTable(
  credit,
  "entries",
  {
    accountId: text("account_id").notNull(),
    kind: text("kind").$type<CreditKind>().notNull(),
    cause: text("cause").$type<CreditCause>().notNull(),
    currency: currency().notNull(),
    amountMinor: minor("amount_minor").notNull(),
    reason: text("reason"),
    reference: text("reference"),
    /** Of staff, for the limit of a day. */
    byId: text("by_id"),
    createdAt: instant("created_at").notNull(),
  },
  (table) => [
    index().on(table.tenantId, table.accountId, table.createdAt, table.id),
    index("entries_by").on(table.tenantId, table.byId, table.createdAt).where(sql`by_id is not null`),
    references(table, table.accountId, () => accounts),
    oneOf("entries_kind", table.kind, creditKinds),
    oneOf("entries_cause", table.cause, creditCauses),
    knownCurrency("entries_currency", table.currency),
    check("entries_amount", sql`${table.amountMinor} <> 0`),
  ],
)

/** What is set aside for one request, by kind, so that it goes back as what it was. */
export const creditHolds = tenantTable(
  credit,
  "holds",
  {
    reference: text("reference").notNull(),
    accountId: text("account_id").notNull(),
    currency: currency().notNull(),
    state: text("state").$type<HoldState>().notNull(),
    paidMinor: minor("paid_minor").notNull(),
    givenMinor: minor("given_minor").notNull(),
    /** Of what was used: what credit notes have brought back. */
    returnedPaidMinor: minor("returned_paid_minor").notNull(),
    returnedGivenMinor: minor("returned_given_minor").notNull(),
    createdAt: instant("created_at").notNull(),
  },
  (table) => [
    uniqueIndex().on(table.tenantId, table.reference),
    index().on(table.tenantId, table.accountId),
    references(table, table.accountId, () => accounts),
    oneOf("holds_state", table.state, holdStates),
    knownCurrency("holds_currency", table.currency),
    check(
      "holds_amounts",
      sql`${table.paidMinor} >= 0 and ${table.givenMinor} >= 0
        and ${table.returnedPaidMinor} between 0 and ${table.paidMinor}
        and ${table.returnedGivenMinor} between 0 and ${table.givenMinor}`,
    ),
  ],
)

/** One row a tenant: id is always "policy"; none: credit is used. */
export const creditPolicies = tenantTable(credit, "policies", {
  isApplied: boolean("is_applied").notNull(),
  changedBy: text("changed_by").notNull(),
  changedAt: instant("changed_at").notNull(),
})

export const creditLimits = tenantTable(
  credit,
  "role_limits",
  {
    roleId: text("role_id").notNull(),
    currency: currency().notNull(),
    mostMinor: minor("most_minor").notNull(),
    changedBy: text("changed_by").notNull(),
    changedAt: instant("changed_at").notNull(),
  },
  (table) => [
    uniqueIndex().on(table.tenantId, table.roleId, table.currency),
    knownCurrency("role_limits_currency", table.currency),
    check("role_limits_most", sql`${table.mostMinor} >= 0`),
  ],
)
