import { type Money, money, subtract } from "#kit/money.ts"
import type { TaxSnapshot, TaxTerms } from "#tax"
import type { DocumentLineInput, DocumentPlan } from "./document.ts"
import type { InvoiceContent } from "./invoice.ts"
import { planDocument } from "./plan-document.ts"
import type { InvoiceDetail } from "./queries.ts"

export interface ReissueFacts {
  readonly invoice: Pick<InvoiceDetail, "state" | "lines" | "total" | "tax" | "fromCredit" | "credited">
  readonly content: Pick<InvoiceContent, "taxIncluded" | "tax">
  /** By what its buyer is taxed, by what is known of them today, on the day of the invoice. */
  readonly terms: TaxTerms
  /** What of the payment can still be sent back, and of the credit that it was paid with, brought back. */
  readonly refundable: bigint
  readonly usedCredit: bigint
  readonly isDisputed: boolean
  /** Of one that is still owed: its payer is at a page that shows its sum. */
  readonly isBeingPaid: boolean
  /** The number of the one that stands in its place already. */
  readonly replacedBy: string | null
}

export const reissueHindrances = [
  "done",
  "written_off",
  "credited",
  "being_paid",
  "disputed",
  "refunded",
  "same",
  "larger",
] as const
export type ReissueHindrance = (typeof reissueHindrances)[number]

export interface ReissuePlan {
  readonly document: DocumentPlan
  readonly snapshot: TaxSnapshot
  /** Invoiced, less what is right: above zero comes back, or is not asked for any more. */
  readonly difference: Money
  /** Of the difference, if it was paid: sent back the way it came, and brought back as the credit that had paid it. */
  readonly money: Money
  readonly credit: Money
  /** Why it can't be done. */
  readonly hindrance: ReissueHindrance | null
}

/** The same lines at the same prices, taxed by what is known now; and what that means for the money. Pure. */
export function planReissue(facts: ReissueFacts): ReissuePlan {
  const { invoice, content, terms, usedCredit } = facts
  const { currency } = invoice.total
  const taxMode = content.tax?.mode ?? terms.taxMode
  const snapshot = { ...terms.snapshot, mode: taxMode }
  const document = planDocument({
    currency,
    settings: { ...terms, taxIncluded: content.taxIncluded, taxMode },
    lines: invoice.lines.map((line) => asInput(line, content)),
  })
  const difference = subtract(invoice.total, document.total)
  // The gateway's money first, as with every credit note. Of what nobody has paid yet nothing comes back.
  const back = invoice.state === "paid" && difference.minor > 0n ? difference.minor : 0n
  const paid = invoice.total.minor - usedCredit
  const asMoney = back < paid ? back : paid
  return {
    document,
    snapshot,
    difference,
    money: money(asMoney, currency),
    credit: money(back - asMoney, currency),
    hindrance: findHindrance(facts, { document, snapshot, difference }),
  }
}

function findHindrance(
  facts: ReissueFacts,
  { document, snapshot, difference }: Pick<ReissuePlan, "document" | "snapshot" | "difference">,
): ReissueHindrance | null {
  const { invoice, content, replacedBy } = facts
  if (replacedBy) return "done"
  if (invoice.state === "written_off") return "written_off"
  if (invoice.credited.minor > 0n) return "credited"
  const atPayment = invoice.state === "open" ? (facts.isBeingPaid ? "being_paid" : null) : findSpent(facts)
  if (atPayment) return atPayment
  if (isSameTreatment(content.tax, snapshot) && isSameTax(invoice, document)) return "same"
  // Without their consent nobody is ever asked for more than they were shown.
  return difference.minor < 0n ? "larger" : null
}

/** Why its payment can't pay for another one. */
function findSpent({ invoice, refundable, usedCredit, isDisputed }: ReissueFacts): ReissueHindrance | null {
  if (isDisputed) return "disputed"
  const isWhole = usedCredit === invoice.fromCredit.minor
  return !isWhole || refundable < invoice.total.minor - usedCredit ? "refunded" : null
}

function asInput(
  { reason, words, periodStart, periodEnd, subscriptionId, cycles, taxRate }: InvoiceDetail["lines"][number],
  { tax }: ReissueFacts["content"],
): DocumentLineInput {
  // Taxed at none on a paper that charges tax: by a rule of its own, as a late fee is.
  const isOwn =
    reason.planId === null && taxRate.numerator === 0n && tax !== undefined && !tax.rate.startsWith("0/")
  return { ...reason, words, periodStart, periodEnd, subscriptionId, cycles, ...(isOwn ? { taxRate } : {}) }
}

function isSameTax({ lines }: ReissueFacts["invoice"], document: DocumentPlan): boolean {
  return lines.every((line, index) => {
    const other = document.lines[index]
    const isRate =
      line.taxRate.numerator * (other?.taxRate.denominator ?? 0n) ===
      line.taxRate.denominator * (other?.taxRate.numerator ?? -1n)
    return isRate && other?.net.minor === line.net.minor && other.tax.minor === line.tax.minor
  })
}

/** What the paper says about why; of before that was kept, nothing to compare. */
function isSameTreatment(before: TaxSnapshot | undefined, after: TaxSnapshot): boolean {
  return !before || JSON.stringify(treatmentOf(before)) === JSON.stringify(treatmentOf(after))
}

function treatmentOf({ ground, place, registration, proof }: TaxSnapshot) {
  const where = place && [place.country, place.region]
  return [ground, where, registration?.scheme, registration?.country, registration?.region, proof?.number]
}
