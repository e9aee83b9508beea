import { createHash } from "node:crypto"
import type { Currency, Money } from "#kit/money.ts"
import type { Language, Say } from "#kit/refusal.ts"
import type { TaxSnapshot } from "#tax"
import type { invoiceStandings } from "./contract.ts"
import type { creditCauses } from "./credit-note-contract.ts"
import type { StoredReason } from "./document.ts"

/** Open: issued before the money came. Credited: before it came, credit notes took all of it back. */
export const invoiceStates = ["paid", "open", "written_off", "credited"] as const
export type InvoiceState = (typeof invoiceStates)[number]

/** What its state is called for people: a paid one of which credit notes took something back is paid no more than in part. */
export type InvoiceStanding = (typeof invoiceStandings)[number]

export function standingOf(invoice: {
  readonly state: InvoiceState
  readonly total: Money
  readonly credited: Money
  readonly isReplaced: boolean
}): InvoiceStanding {
  const { state, total, credited, isReplaced } = invoice
  if (isReplaced) return "replaced"
  if (state !== "paid" || credited.minor === 0n) return state
  return credited.minor < total.minor ? "partly_refunded" : "refunded"
}

/** Why something is taken back, in a word that a paper can print. */
export type CreditCause = (typeof creditCauses)[number]

/** Who sells, as it stood on the day. */
export interface SellerSnapshot {
  readonly name: string
  readonly representative: string
  readonly addressLines: readonly string[]
  readonly country: string
  readonly registrationNumber: string
  readonly taxId: string
  readonly email: string
  readonly phone: string
}

/** Who buys, as it stood on the day. */
export interface BuyerSnapshot {
  readonly name: string
  readonly personName: string
  readonly addressLines: readonly string[]
  readonly country: string
  readonly taxId: string | null
  readonly email: string
}

/** Everything the paper says. Amounts are minor units as text. */
export interface InvoiceContent {
  readonly kind: "invoice" | "credit_note" | "quote" | "request"
  /** What a credit note takes back, why, and whether it is all that there was. Null on an invoice. */
  readonly corrects: {
    readonly number: string
    readonly issuedOn: string
    readonly cause: CreditCause
    readonly isWhole: boolean
  } | null
  readonly number: string
  readonly issuedOn: string
  readonly currency: Currency
  /** The language it was sold in; the other one can be printed from the same facts. */
  readonly language: Language
  readonly seller: SellerSnapshot
  readonly buyer: BuyerSnapshot
  readonly taxIncluded: boolean
  readonly taxLabel: Say
  /** What was decided about tax, and why. Absent on papers of before that was kept. */
  readonly tax?: TaxSnapshot
  readonly lines: readonly ContentLine[]
  readonly taxes: readonly {
    readonly percent: string
    readonly netMinor: string
    readonly taxMinor: string
  }[]
  readonly netMinor: string
  readonly taxMinor: string
  readonly totalMinor: string
  readonly requestNumber: string | null
  /** What staff say to the customer on it, and the number the customer orders by. Absent where there is none. */
  readonly note?: string
  readonly purchaseOrder?: string
  /** By when it is to be paid. Absent of one that was paid when it was issued. */
  readonly dueOn?: string
  /** Of a quote: its last day. */
  readonly validUntil?: string
  /** The number of the quote or the invoice that it stands in for. */
  readonly replaces?: string
  /** Of a request: what is left of it to pay after account credit, and where. */
  readonly asks?: { readonly leftMinor: string; readonly fromCreditMinor: string; readonly payUrl: string }
  /** How the shop looked on the day; absent where it looked as the house does. */
  readonly brand?: { readonly accent: string | null; readonly logo: string | null }
  readonly payment: {
    readonly paidOn: string
    /** Null where credit paid all of it. */
    readonly gateway: string | null
    readonly attemptId: string | null
    /** Of the total: paid by account credit. Absent where none was. */
    readonly fromCreditMinor?: string
  } | null
}

export interface ContentLine {
  readonly words: string
  readonly periodStart: string | null
  readonly periodEnd: string | null
  readonly netMinor: string
  readonly taxMinor: string
  readonly grossMinor: string
  readonly taxPercent: string
  readonly reason: StoredReason
}

export function writeContent(content: InvoiceContent): { readonly text: string; readonly hash: string } {
  const text = JSON.stringify(content)
  return { text, hash: hashContent(text) }
}

export function hashContent(text: string): string {
  return createHash("sha256").update(text).digest("hex")
}
