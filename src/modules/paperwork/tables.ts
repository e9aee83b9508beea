import { sql } from "drizzle-orm"
import { check, index, jsonb, pgSchema, text } from "drizzle-orm/pg-core"
import { paymentRequests } from "#billing/tables"
import { accounts } from "#identity/tables"
import { currency, instant, knownCurrency, oneOf, plainDate } from "#kit/columns.ts"
import { references, tenantTable } from "#kit/tenant-table.ts"
import { draftStates } from "./contract.ts"
import type { DraftState, StoredWrittenLine } from "./draft.ts"

export const paperwork = pgSchema("paperwork")

/** What other modules own and the tables beside this file point at. */
export const foreign = { accounts: () => accounts, paymentRequests: () => paymentRequests }

/** Requests to pay while staff write them. Sent ones stay, so that sending twice finds what the first made. */
export const drafts = tenantTable(
  paperwork,
  "drafts",
  {
    accountId: text("account_id").notNull(),
    state: text("state").$type<DraftState>().notNull(),
    currency: currency().notNull(),
    lines: jsonb("lines").$type<StoredWrittenLine[]>().notNull(),
    dueOn: plainDate("due_on"),
    note: text("note"),
    purchaseOrder: text("purchase_order"),
    requestId: text("request_id"),
    writtenBy: text("written_by").notNull(),
    createdAt: instant("created_at").notNull(),
  },
  (table) => [
    index().on(table.tenantId, table.createdAt, table.id),
    index().on(table.tenantId, table.accountId, table.createdAt, table.id),
    references(table, table.accountId, () => accounts),
    references(table, table.requestId, () => paymentRequests),
    oneOf("drafts_state", table.state, draftStates),
    knownCurrency("drafts_currency", table.currency),
    check("drafts_sent", sql`(${table.state} = 'sent') = (${table.requestId} is not null)`),
  ],
)
