import { isSame, type Money } from "#kit/money.ts"
import type { AccountTerms } from "#terms"

export interface TermsFacts {
  readonly terms: Pick<AccountTerms, "limit">
  /** By invoices that are not paid. */
  readonly owed: Money
  readonly asked: Money
  readonly isOverdue: boolean
}

/**
 * Whether a customer on terms may pay this later. Pure. Up to the limit, and not beyond it by the smallest unit; never
 * while an invoice is overdue, and in the currency of the limit only.
 */
export function planTerms({ terms, owed, asked, isOverdue }: TermsFacts): "invoice_first" | "paid_before" {
  const { limit } = terms
  if (isOverdue || asked.currency !== limit.currency) return "paid_before"
  if (owed.currency !== limit.currency)
    throw new RangeError("What is owed is counted in the limit's currency.")
  const wouldOwe = { minor: owed.minor + asked.minor, currency: limit.currency }
  return wouldOwe.minor < limit.minor || isSame(wouldOwe, limit) ? "invoice_first" : "paid_before"
}
