import type { LineTax } from "#tax"
import type { InvoiceContent } from "./invoice.ts"
import { insideRateOf } from "./plan-document.ts"
import type { InvoiceDetail, StoredLine } from "./queries.ts"

/** By what a line of an issued invoice was taxed: what is reckoned about it later is reckoned by that. */
export function paperTax(
  { content }: Pick<InvoiceDetail, "content">,
  line: StoredLine,
): LineTax & { readonly taxIncluded: boolean } {
  const { taxIncluded } = JSON.parse(content) as InvoiceContent
  return { taxIncluded, taxRate: line.taxRate, insideRate: insideRateOf(line) }
}
