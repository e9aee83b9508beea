import { type SQL, sql } from "drizzle-orm"
import { transfers } from "./tables.ts"

/**
 * False for what a document brought into the books, true for money that moved because of it. Whoever pays at once is
 * paid and invoiced at one instant, and false comes first: by birth alone the payment stood before its own invoice.
 */
export const isNoDocument: SQL = sql`(${transfers.key} not like 'invoice:%' and ${transfers.key} not like 'credit:%')`
