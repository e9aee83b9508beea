import type { Language } from "#kit/refusal.ts"
import type { InvoiceContent } from "./invoice.ts"
import { planPaper } from "./plan-paper.ts"
import { printPaper } from "./print-paper.ts"

/**
 * The paper of an issued invoice, made from its own stored content: whatever has changed since, the bytes are
 * the same; the logo is the one of that day, by the name in the content. Ten milliseconds of computing, so it runs in the process that asks for it.
 */
export function renderInvoicePdf(
  invoice: { readonly number: string; readonly content: string },
  language?: Language,
  logo?: Uint8Array,
): File {
  const content = JSON.parse(invoice.content) as InvoiceContent
  const paper = planPaper(content, language ?? content.language)
  const bytes = printPaper(paper, Temporal.PlainDate.from(content.issuedOn), logo)
  return new File([bytes], `${invoice.number}.pdf`, { type: "application/pdf" })
}
