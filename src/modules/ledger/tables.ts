import { index, integer, jsonb, pgSchema, text, uniqueIndex } from "drizzle-orm/pg-core"
import { accounts as customers } from "#identity/tables"
import { currency, instant, knownCurrency, minor, oneOf, plainDate } from "#kit/columns.ts"
import { references, tenantTable } from "#kit/tenant-table.ts"
import type { BookFinding } from "./book-proof.ts"
import { accountKinds, accountSides } from "./contract.ts"

export const ledger = pgSchema("ledger")

export const ledgerAccounts = tenantTable(
  ledger,
  "accounts",
  {
    /** Its role: "cash:sandbox-card". */
    name: text("name").notNull(),
    kind: text("kind").$type<(typeof accountKinds)[number]>().notNull(),
    side: text("side").$type<(typeof accountSides)[number]>().notNull(),
    /** Whose it is, on the customer's side. */
    customerId: text("customer_id"),
    createdAt: instant("created_at").notNull(),
  },
  (table) => [
    uniqueIndex().on(table.tenantId, table.name),
    index().on(table.tenantId, table.customerId),
    references(table, table.customerId, () => customers),
    oneOf("accounts_kind", table.kind, accountKinds),
    oneOf("accounts_side", table.side, accountSides),
  ],
)

/** Written once, never changed: a trigger refuses it. */
export const transfers = tenantTable(
  ledger,
  "transfers",
  {
    /** What it records, said once: "payment:pay_…". The same key again is the same transfer. */
    key: text("key").notNull(),
    currency: currency().notNull(),
    /** What it is about, for people who trace it: an attempt, an invoice. */
    reference: text("reference").notNull(),
    words: text("words").notNull(),
    postedAt: instant("posted_at").notNull(),
    /** The day in the tenant's own calendar. */
    postedOn: plainDate("posted_on").notNull(),
  },
  (table) => [
    uniqueIndex().on(table.tenantId, table.key),
    index().on(table.tenantId, table.reference),
    index().on(table.tenantId, table.postedOn, table.id),
    knownCurrency("transfers_currency", table.currency),
  ],
)

/** Positive is debit, negative is credit; those of one transfer sum to zero (deferred constraint trigger). */
export const postings = tenantTable(
  ledger,
  "postings",
  {
    transferId: text("transfer_id").notNull(),
    ledgerAccountId: text("ledger_account_id").notNull(),
    position: integer("position").notNull(),
    currency: currency().notNull(),
    amountMinor: minor("amount_minor").notNull(),
  },
  (table) => [
    uniqueIndex().on(table.tenantId, table.transferId, table.position),
    index().on(table.tenantId, table.ledgerAccountId, table.currency, table.transferId),
    references(table, table.transferId, () => transfers),
    references(table, table.ledgerAccountId, () => ledgerAccounts),
    knownCurrency("postings_currency", table.currency),
  ],
)

/** The customer's side only: a row that can be locked. A company-side row would be hot and cost five times. */
export const balances = tenantTable(
  ledger,
  "balances",
  {
    ledgerAccountId: text("ledger_account_id").notNull(),
    currency: currency().notNull(),
    balanceMinor: minor("balance_minor").notNull(),
  },
  (table) => [
    uniqueIndex().on(table.tenantId, table.ledgerAccountId, table.currency),
    references(table, table.ledgerAccountId, () => ledgerAccounts),
    knownCurrency("balances_currency", table.currency),
  ],
)

/** Each day every transfer and every balance is gone through: what was found, one row a day. */
export const proofs = tenantTable(
  ledger,
  "proofs",
  {
    day: plainDate("day").notNull(),
    checkedAt: instant("checked_at").notNull(),
    transfers: integer("transfers").notNull(),
    findings: jsonb("findings").$type<readonly BookFinding[]>().notNull(),
  },
  (table) => [uniqueIndex().on(table.tenantId, table.day)],
)
