import type { Language } from "#kit/refusal.ts"
import type { InvoiceContent } from "./invoice.ts"
import type { LineTime } from "./list-first-periods.ts"
import { planPaper } from "./plan-paper.ts"
import { printPaper } from "./print-paper.ts"

/**
 * The paper of an issued invoice, made from its own stored content: whatever has changed since, the bytes are
 * the same; the logo is the one of that day, by the name in the content. Of a first invoice it names the days that its
 * lines pay for, once they are known. Ten milliseconds of computing, so it runs in the process that asks for it.
 */
export function renderInvoicePdf(
  invoice: { readonly number: string; readonly content: string },
  language?: Language,
  logo?: Uint8Array,
  days: readonly (LineTime | null)[] = [],
): File {
  const content = withDays(JSON.parse(invoice.content) as InvoiceContent, days)
  const paper = planPaper(content, language ?? content.language)
  const bytes = printPaper(paper, Temporal.PlainDate.from(content.issuedOn), logo)
  return new File([new Uint8Array(bytes)], `${invoice.number}.pdf`, { type: "application/pdf" })
}

function withDays(content: InvoiceContent, days: readonly (LineTime | null)[]): InvoiceContent {
  const lines = content.lines.map((line, index) => {
    const time = line.periodStart ? null : days[index]
    return time ? { ...line, periodStart: time.start.toString(), periodEnd: time.end.toString() } : line
  })
  return { ...content, lines }
}
