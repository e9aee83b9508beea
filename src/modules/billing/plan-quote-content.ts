import type { TaxSnapshot } from "#tax"
import type { DocumentPlan } from "./document.ts"
import type { InvoiceContent } from "./invoice.ts"
import { type ContentFacts, planContent } from "./plan-content.ts"

export interface QuoteFacts extends Pick<ContentFacts, "number" | "issuedOn" | "settings" | "account"> {
  readonly plan: DocumentPlan
  readonly tax: TaxSnapshot
  readonly quote: {
    readonly validUntil: Temporal.PlainDate
    readonly note: string | null
    readonly purchaseOrder: string | null
    readonly replaces: string | null
  }
}

/** A quote is put on paper like an invoice, and says until when it holds. Pure. */
export function planQuoteContent({ plan, tax: taxDecision, quote, ...facts }: QuoteFacts): InvoiceContent {
  const { note, purchaseOrder } = quote
  return {
    ...planContent({
      ...facts,
      request: { ...plan, number: null, note, purchaseOrder, taxDecision },
      payment: null,
    }),
    kind: "quote",
    validUntil: quote.validUntil.toString(),
    ...(quote.replaces ? { replaces: quote.replaces } : {}),
  }
}
