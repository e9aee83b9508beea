import { index, pgSchema, text } from "drizzle-orm/pg-core"
import { instant } from "../columns.ts"
import { tenantTable } from "../tenant-table.ts"

export const idempotency = pgSchema("idempotency")

/** The id is the caller and the key they chose; the row and what the call wrote commit together. */
export const answeredRequests = tenantTable(
  idempotency,
  "answered_requests",
  {
    operation: text("operation").notNull(),
    /** Keyed hash of the input: tells another body, tells nothing else. */
    fingerprint: text("fingerprint").notNull(),
    /** Sealed, for an answer may show a secret once. */
    answer: text("answer").notNull(),
    answeredAt: instant("answered_at").notNull(),
  },
  (table) => [index().on(table.tenantId, table.answeredAt)],
)
