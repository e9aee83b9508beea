import type { ChargeRow, CheckoutRow, RefundRow } from "./card-books.ts"
import type { CardOptions } from "./card-options.ts"

/** Rows as the gateway's API shows them: snake case, amounts as text, in the currency's smallest unit. */
export function describeCheckout(options: CardOptions, row: CheckoutRow, charge: ChargeRow | undefined) {
  return {
    id: row.id,
    object: "checkout",
    reference: row.reference,
    status: row.state,
    amount: row.amountMinor.toString(),
    currency: row.currency,
    description: row.description,
    url: `${options.baseUrl}/pay/${row.id}`,
    created_at: row.createdAt.toString(),
    expires_at: row.expiresAt.toString(),
    charge: charge ? describeCharge(charge) : null,
    decline_code: row.declineCode,
  }
}

export function describeCharge(row: ChargeRow) {
  return {
    id: row.id,
    object: "charge",
    reference: row.reference,
    checkout: row.checkoutId,
    amount: row.amountMinor.toString(),
    currency: row.currency,
    amount_refunded: row.refundedMinor.toString(),
    tax_amount: row.taxMinor === null ? null : row.taxMinor.toString(),
    card_ending: row.cardEnding,
    created_at: row.createdAt.toString(),
  }
}

export function describeRefund(row: RefundRow, charge: ChargeRow) {
  return {
    id: row.id,
    object: "refund",
    reference: row.reference,
    charge: row.chargeId,
    amount: row.amountMinor.toString(),
    currency: charge.currency,
    created_at: row.createdAt.toString(),
  }
}
