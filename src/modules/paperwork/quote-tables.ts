import { sql } from "drizzle-orm"
import { check, index, jsonb, text, uniqueIndex } from "drizzle-orm/pg-core"
import { currency, instant, knownCurrency, oneOf, plainDate } from "#kit/columns.ts"
import { references, tenantTable } from "#kit/tenant-table.ts"
import type { QuoteState, StoredQuoteLine } from "./quote.ts"
import { quoteStates } from "./quote-contract.ts"
import { foreign, paperwork } from "./tables.ts"

/** What the shop offers a customer at a price, until a day. Once it was sent, what it says stays. */
export const quotes = tenantTable(
  paperwork,
  "quotes",
  {
    number: text("number"),
    state: text("state").$type<QuoteState>().notNull(),
    accountId: text("account_id").notNull(),
    currency: currency().notNull(),
    lines: jsonb("lines").$type<StoredQuoteLine[]>().notNull(),
    validUntil: plainDate("valid_until").notNull(),
    note: text("note"),
    purchaseOrder: text("purchase_order"),
    /** What it stands in for, and that one's number. */
    replacesId: text("replaces_id"),
    replaces: text("replaces"),
    /** The whole paper as text, from the moment it was sent. */
    content: text("content"),
    sentAt: instant("sent_at"),
    answeredAt: instant("answered_at"),
    answeredBy: text("answered_by"),
    declinedBecause: text("declined_because"),
    orderId: text("order_id"),
    requestId: text("request_id"),
    writtenBy: text("written_by").notNull(),
    createdAt: instant("created_at").notNull(),
  },
  (table) => [
    uniqueIndex().on(table.tenantId, table.number),
    uniqueIndex().on(table.tenantId, table.requestId),
    index().on(table.tenantId, table.createdAt, table.id),
    index().on(table.tenantId, table.accountId, table.createdAt, table.id),
    index("quotes_to_expire").on(table.tenantId, table.validUntil, table.id).where(sql`state = 'sent'`),
    references(table, table.accountId, foreign.accounts),
    references(table, table.requestId, foreign.paymentRequests),
    oneOf("quotes_state", table.state, quoteStates),
    knownCurrency("quotes_currency", table.currency),
    check(
      "quotes_sent",
      sql`(${table.state} = 'draft') = (${table.number} is null) and (${table.number} is null) = (${table.content} is null)
        and (${table.number} is null) = (${table.sentAt} is null)`,
    ),
    check("quotes_accepted", sql`(${table.state} = 'accepted') = (${table.requestId} is not null)`),
  ],
)
