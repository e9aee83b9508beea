import { and, inArray, ne } from "drizzle-orm"
import type { Reach } from "#kit/context.ts"
import { type Quote, readQuoteLine } from "./quote.ts"
import { quotes } from "./quote-tables.ts"

/** Whoever has only some accounts in reach sees no drafts. */
export function isSeen(reach: Reach) {
  if (reach.kind !== "accounts") return undefined
  return and(inArray(quotes.accountId, [...reach.accountIds]), ne(quotes.state, "draft"))
}

export function readQuote(row: typeof quotes.$inferSelect): Quote {
  const { tenantId: _tenant, writtenBy: _writer, answeredBy: _answerer, lines, ...rest } = row
  return { ...rest, lines: lines.map((line) => readQuoteLine(line, row.currency)) }
}
