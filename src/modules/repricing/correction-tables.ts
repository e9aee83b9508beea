import { index, integer, text, uniqueIndex } from "drizzle-orm/pg-core"
import { currency, instant, knownCurrency, minor, oneOf } from "#kit/columns.ts"
import { references, tenantTable } from "#kit/tenant-table.ts"
import {
  type CorrectionKind,
  type CorrectionState,
  correctionKinds,
  correctionStates,
  type ItemStanding,
  itemStandings,
} from "./correction.ts"
import { foreign, repricing } from "./tables.ts"

/** A version that was published by mistake, and everything that was asked or invoiced by its prices put right. */
export const corrections = tenantTable(
  repricing,
  "corrections",
  {
    planId: text("plan_id").notNull(),
    wrongVersionId: text("wrong_version_id").notNull(),
    rightVersionId: text("right_version_id").notNull(),
    reason: text("reason").notNull(),
    state: text("state").$type<CorrectionState>().notNull(),
    /** How often it was set going: once more for what had not worked. */
    passes: integer("passes").notNull(),
    createdAt: instant("created_at").notNull(),
    createdBy: text("created_by").notNull(),
  },
  (table) => [
    // The same command again goes on with what it began.
    uniqueIndex("corrections_wrong").on(table.tenantId, table.wrongVersionId),
    index().on(table.tenantId, table.createdAt, table.id),
    oneOf("corrections_state", table.state, correctionStates),
  ],
)

/** One agreement, or one line of an invoice: what was done about it, or why nothing was. */
export const correctionItems = tenantTable(
  repricing,
  "correction_items",
  {
    correctionId: text("correction_id").notNull(),
    kind: text("kind").$type<CorrectionKind>().notNull(),
    /** The subscription's id, or the invoice line's. */
    documentId: text("document_id").notNull(),
    /** Of a line: its invoice, and what that is called. */
    invoiceId: text("invoice_id"),
    number: text("number"),
    accountId: text("account_id").notNull(),
    /** The price it was computed by. */
    priceId: text("price_id").notNull(),
    standing: text("standing").$type<ItemStanding>().notNull(),
    /** The credit note, or the request that asks anew. */
    resultId: text("result_id"),
    currency: currency().notNull(),
    creditedMinor: minor("credited_minor"),
    /** Why nothing was to be done, or what did not work. */
    because: text("because"),
    toldAt: instant("told_at"),
    createdAt: instant("created_at").notNull(),
  },
  (table) => [
    uniqueIndex().on(table.tenantId, table.correctionId, table.kind, table.documentId),
    index().on(table.tenantId, table.correctionId, table.standing, table.accountId, table.id),
    index().on(table.tenantId, table.accountId),
    references(table, table.correctionId, () => corrections),
    references(table, table.accountId, foreign.accounts),
    knownCurrency("correction_items_currency", table.currency),
    oneOf("correction_items_kind", table.kind, correctionKinds),
    oneOf("correction_items_standing", table.standing, itemStandings),
  ],
)
