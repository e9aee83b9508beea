import { sql } from "drizzle-orm"
import { bigint, check, index, integer, jsonb, pgSchema, text, uniqueIndex } from "drizzle-orm/pg-core"
import { plans } from "#catalog/tables"
import { accounts } from "#identity/tables"
import { currency, instant, knownCurrency, minor, oneOf, plainDate } from "#kit/columns.ts"
import { references, tenantTable } from "#kit/tenant-table.ts"
import { attempts } from "#payments/tables"
import type { TaxSnapshot } from "#tax"
import { creditCauses } from "./credit-note-contract.ts"
import type { StoredReason } from "./document.ts"
import { type CreditCause, invoiceStates } from "./invoice.ts"
import type { RequestPurpose, RequestState } from "./payment-request.ts"
import { type DocumentKind, documentKinds } from "./plan-number.ts"
import { requestPurposes, requestStates } from "./request-desk-contract.ts"

export const billing = pgSchema("billing")

/** What other modules own and the tables beside this file point at. */
export const foreign = { accounts: () => accounts, plans: () => plans }

/** One row per legal entity, kind and year: number and date are taken in its lock, as late as possible. */
export const series = tenantTable(
  billing,
  "series",
  {
    legalEntityId: text("legal_entity_id").notNull(),
    kind: text("kind").$type<DocumentKind>().notNull(),
    year: integer("year").notNull(),
    lastSequence: integer("last_sequence").notNull(),
    lastIssuedOn: plainDate("last_issued_on"),
  },
  (table) => [
    uniqueIndex().on(table.tenantId, table.legalEntityId, table.kind, table.year),
    oneOf("series_kind", table.kind, documentKinds),
    check("series_last_sequence", sql`${table.lastSequence} >= 0`),
  ],
)

export const paymentRequests = tenantTable(
  billing,
  "payment_requests",
  {
    number: text("number").notNull(),
    state: text("state").$type<RequestState>().notNull(),
    accountId: text("account_id").notNull(),
    orderId: text("order_id"),
    purpose: text("made_for").$type<RequestPurpose>().notNull().default("order"),
    invoiceId: text("invoice_id"),
    paidByAttemptId: text("paid_by_attempt_id"),
    currency: currency().notNull(),
    netMinor: minor("net_minor").notNull(),
    taxMinor: minor("tax_minor").notNull(),
    totalMinor: minor("total_minor").notNull(),
    /** When a saved method was charged for it last. */
    chargedOn: plainDate("charged_on"),
    /** Of the total: set aside, or used, of the customer's credit. The rest is asked of a gateway. */
    fromCreditMinor: minor("from_credit_minor").notNull().default(sql`0`),
    /** Of the total: what credit notes took back of its invoice before it was paid. */
    creditedMinor: minor("credited_minor").notNull().default(sql`0`),
    /** The rest: kept by the database, for sums over many. */
    leftMinor: minor("left_minor")
      .notNull()
      .generatedAlwaysAs(sql`total_minor - from_credit_minor - credited_minor`),
    createdAt: instant("created_at").notNull(),
    dueOn: plainDate("due_on").notNull(),
    note: text("note"),
    purchaseOrder: text("purchase_order"),
    /** What was decided about tax, and why; null on requests of before that was kept. */
    tax: jsonb("tax").$type<TaxSnapshot>(),
  },
  (table) => [
    uniqueIndex().on(table.tenantId, table.number),
    index().on(table.tenantId, table.accountId, table.createdAt),
    index().on(table.tenantId, table.orderId),
    index().on(table.tenantId, table.state, table.dueOn, table.id),
    index("payment_requests_owed")
      .on(table.tenantId, table.currency, table.dueOn, table.leftMinor)
      .where(sql`state in ('open', 'billed')`),
    index().on(table.tenantId, table.createdAt, table.id),
    references(table, table.accountId, () => accounts),
    references(table, table.paidByAttemptId, () => attempts),
    oneOf("payment_requests_state", table.state, requestStates),
    oneOf("payment_requests_purpose", table.purpose, requestPurposes),
    knownCurrency("payment_requests_currency", table.currency),
    check(
      "payment_requests_paid",
      sql`case ${table.state}
        when 'paid' then ${table.invoiceId} is not null and (${table.paidByAttemptId} is not null)
          = (${table.fromCreditMinor} + ${table.creditedMinor} < ${table.totalMinor})
        else ${table.paidByAttemptId} is null end`,
    ),
    // Asked for without an invoice, or after it; what was billed and all taken back keeps its invoice.
    check(
      "payment_requests_invoice",
      sql`case ${table.state} when 'open' then ${table.invoiceId} is null
        when 'withdrawn' then true else ${table.invoiceId} is not null end`,
    ),
    check(
      "payment_requests_credit",
      sql`${table.fromCreditMinor} >= 0 and ${table.creditedMinor} >= 0
        and ${table.fromCreditMinor} + ${table.creditedMinor} <= ${table.totalMinor}`,
    ),
    check("payment_requests_total", sql`${table.totalMinor} = ${table.netMinor} + ${table.taxMinor}`),
  ],
)

export const paymentRequestLines = tenantTable(
  billing,
  "payment_request_lines",
  { requestId: text("request_id").notNull(), ...lineColumns() },
  (table) => [
    uniqueIndex().on(table.tenantId, table.requestId, table.position),
    index().on(table.tenantId, table.subscriptionId),
    references(table, table.requestId, () => paymentRequests),
    check("payment_request_lines_gross", sql`${table.grossMinor} = ${table.netMinor} + ${table.taxMinor}`),
  ],
)

/** Issued, so unchangeable: a trigger lets only the payment's own columns through. */
export const invoices = tenantTable(
  billing,
  "invoices",
  {
    seriesId: text("series_id").notNull(),
    sequence: integer("sequence").notNull(),
    number: text("number").notNull(),
    issuedOn: plainDate("issued_on").notNull(),
    issuedAt: instant("issued_at").notNull(),
    accountId: text("account_id").notNull(),
    /** As it stood on the paper, for lists. */
    accountName: text("account_name").notNull(),
    orderId: text("order_id"),
    requestId: text("request_id"),
    currency: currency().notNull(),
    netMinor: minor("net_minor").notNull(),
    taxMinor: minor("tax_minor").notNull(),
    totalMinor: minor("total_minor").notNull(),
    /** The whole document as text: what is printed is printed from this, whatever changes around it. */
    content: text("content").notNull(),
    /** SHA-256 of the content, in hex. */
    contentHash: text("content_hash").notNull(),
    /** Of the total: paid by credit. */
    fromCreditMinor: minor("from_credit_minor").notNull().default(sql`0`),
    state: text("state").$type<(typeof invoiceStates)[number]>().notNull(),
    paidAt: instant("paid_at"),
    paymentAttemptId: text("payment_attempt_id"),
    /** What credit notes took back of it, with tax: a trigger keeps it to their sum. */
    creditedMinor: minor("credited_minor").notNull().default(sql`0`),
    /** By when it is to be paid, where it was issued first. */
    dueOn: plainDate("due_on"),
    /** The one that was credited whole for it: same request, same payment, its tax worked out anew. */
    replacesId: text("replaces_id"),
  },
  (table) => [
    uniqueIndex().on(table.tenantId, table.seriesId, table.sequence),
    uniqueIndex().on(table.tenantId, table.requestId).where(sql`replaces_id is null`),
    uniqueIndex().on(table.tenantId, table.paymentAttemptId).where(sql`replaces_id is null`),
    uniqueIndex("invoices_replaces").on(table.tenantId, table.replacesId).where(sql`replaces_id is not null`),
    index().on(table.tenantId, table.issuedAt, table.id),
    index().on(table.tenantId, table.accountId, table.issuedAt, table.id),
    index().on(table.tenantId, table.number, table.id),
    index().on(table.tenantId, table.orderId),
    index().on(table.tenantId, table.issuedOn, table.id),
    // What sales of a year add up, next to each other: nothing of the paper itself is read.
    index("invoices_sold").on(table.tenantId, table.issuedOn, table.currency, table.netMinor, table.taxMinor),
    index("invoices_owed").on(table.tenantId, table.dueOn, table.id).where(sql`state = 'open'`),
    references(table, table.seriesId, () => series),
    references(table, table.accountId, () => accounts),
    references(table, table.requestId, () => paymentRequests),
    references(table, table.paymentAttemptId, () => attempts),
    references(table, table.replacesId, () => table),
    oneOf("invoices_state", table.state, invoiceStates),
    knownCurrency("invoices_currency", table.currency),
    check("invoices_credit", sql`${table.fromCreditMinor} between 0 and ${table.totalMinor}`),
    check("invoices_total", sql`${table.totalMinor} = ${table.netMinor} + ${table.taxMinor}`),
    check("invoices_credited", sql`${table.creditedMinor} between 0 and ${table.totalMinor}`),
    check(
      "invoices_paid",
      sql`(${table.state} = 'paid') = (${table.paidAt} is not null)
        and (${table.state} = 'paid' or ${table.paymentAttemptId} is null and ${table.dueOn} is not null)
        and (${table.paymentAttemptId} is null or ${table.fromCreditMinor} < ${table.totalMinor})
        and (${table.state} <> 'paid' or ${table.paymentAttemptId} is not null
          or ${table.fromCreditMinor} + ${table.creditedMinor} >= ${table.totalMinor})`,
    ),
  ],
)

/** Takes back one invoice or a part of it, and names it: the only way an issued document is corrected. */
export const creditNotes = tenantTable(
  billing,
  "credit_notes",
  {
    seriesId: text("series_id").notNull(),
    sequence: integer("sequence").notNull(),
    number: text("number").notNull(),
    issuedOn: plainDate("issued_on").notNull(),
    issuedAt: instant("issued_at").notNull(),
    invoiceId: text("invoice_id").notNull(),
    /** Why, and once per why. */
    key: text("key").notNull().default("whole"),
    cause: text("cause").$type<CreditCause>().notNull().default("not_delivered"),
    accountId: text("account_id").notNull(),
    currency: currency().notNull(),
    netMinor: minor("net_minor").notNull(),
    taxMinor: minor("tax_minor").notNull(),
    totalMinor: minor("total_minor").notNull(),
    /** For colleagues: the paper says the cause. */
    reason: text("reason").notNull(),
    content: text("content").notNull(),
    contentHash: text("content_hash").notNull(),
  },
  (table) => [
    uniqueIndex().on(table.tenantId, table.seriesId, table.sequence),
    uniqueIndex().on(table.tenantId, table.invoiceId, table.key),
    index().on(table.tenantId, table.issuedAt),
    index().on(table.tenantId, table.issuedOn, table.id),
    index().on(table.tenantId, table.accountId, table.issuedAt, table.id),
    references(table, table.seriesId, () => series),
    references(table, table.invoiceId, () => invoices),
    references(table, table.accountId, () => accounts),
    oneOf("credit_notes_cause", table.cause, creditCauses),
    knownCurrency("credit_notes_currency", table.currency),
    check("credit_notes_amount", sql`${table.totalMinor} > 0`),
    check("credit_notes_total", sql`${table.totalMinor} = ${table.netMinor} + ${table.taxMinor}`),
  ],
)

/** What a credit note takes back of which line; never more than the line has (a trigger says so). */
export const creditNoteLines = tenantTable(
  billing,
  "credit_note_lines",
  {
    creditNoteId: text("credit_note_id").notNull(),
    invoiceLineId: text("invoice_line_id").notNull(),
    position: integer("position").notNull(),
    netMinor: minor("net_minor").notNull(),
    taxMinor: minor("tax_minor").notNull(),
    grossMinor: minor("gross_minor").notNull(),
  },
  (table) => [
    uniqueIndex().on(table.tenantId, table.creditNoteId, table.position),
    index().on(table.tenantId, table.invoiceLineId),
    references(table, table.creditNoteId, () => creditNotes),
    references(table, table.invoiceLineId, () => invoiceLines),
    check(
      "credit_note_lines_gross",
      sql`${table.grossMinor} = ${table.netMinor} + ${table.taxMinor} and ${table.netMinor} >= 0 and ${table.taxMinor} >= 0`,
    ),
  ],
)

export const invoiceLines = tenantTable(
  billing,
  "invoice_lines",
  {
    invoiceId: text("invoice_id").notNull(),
    ...lineColumns(),
    /** Taken back before its time began: the same time may be bought again. */
    releasedAt: instant("released_at"),
  },
  (table) => [
    uniqueIndex().on(table.tenantId, table.invoiceId, table.position),
    // No period is billed twice, whoever asks for it and at what moment.
    uniqueIndex("invoice_lines_period")
      .on(table.tenantId, table.subscriptionId, table.periodStart)
      .where(sql`cycles is not null and released_at is null`),
    index().on(table.tenantId, table.subscriptionId),
    references(table, table.invoiceId, () => invoices),
    check("invoice_lines_gross", sql`${table.grossMinor} = ${table.netMinor} + ${table.taxMinor}`),
  ],
)

function lineColumns() {
  return {
    position: integer("position").notNull(),
    words: text("words").notNull(),
    periodStart: plainDate("period_start"),
    periodEnd: plainDate("period_end"),
    netMinor: minor("net_minor").notNull(),
    taxMinor: minor("tax_minor").notNull(),
    grossMinor: minor("gross_minor").notNull(),
    taxRateNumerator: bigint("tax_rate_numerator", { mode: "bigint" }).notNull(),
    taxRateDenominator: bigint("tax_rate_denominator", { mode: "bigint" }).notNull(),
    /** The subscription it is about, and how many of its periods it pays for; null where it extends none. */
    subscriptionId: text("subscription_id"),
    cycles: integer("cycles"),
    /** Why it costs that: what it was computed from. */
    reason: jsonb("reason").$type<StoredReason>().notNull(),
  }
}
