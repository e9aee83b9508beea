import { createHash } from "node:crypto"
import type { ChargeRow, CheckoutRow, RefundRow } from "./card-books.ts"
import type { MethodRow } from "./card-methods.ts"
import type { CardOptions } from "./card-options.ts"
import { countryOfEnding, findTestCard } from "./card-test-cards.ts"

/** Rows as the gateway's API shows them: snake case, amounts as text, in the currency's smallest unit. */
export function describeCheckout(
  options: CardOptions,
  row: CheckoutRow,
  { charge, method }: { readonly charge?: ChargeRow | undefined; readonly method?: MethodRow | undefined },
) {
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
    method: method ? describeMethod(method) : null,
  }
}

/** All test cards run out in the same month: what becomes of them is said by their number, not by this. */
const EXPIRES = "2039-12"

export function describeMethod(row: MethodRow) {
  return {
    id: row.id,
    object: "method",
    customer: row.customer,
    brand: "visa",
    ending: row.cardNumber.slice(-4),
    expires: EXPIRES,
    country: findTestCard(row.cardNumber)?.country ?? null,
    /** The same for the same card, whoever leaves it: says nothing about its number. */
    fingerprint: createHash("sha256").update(`card ${row.cardNumber}`).digest("hex").slice(0, 24),
    consented_at: row.consentedAt.toString(),
    detached_at: row.detachedAt?.toString() ?? null,
  }
}

export function describeCharge(row: ChargeRow) {
  return {
    id: row.id,
    object: "charge",
    reference: row.reference,
    checkout: row.checkoutId,
    payment: row.paymentId,
    amount: row.amountMinor.toString(),
    currency: row.currency,
    amount_refunded: row.refundedMinor.toString(),
    tax_amount: row.taxMinor === null ? null : row.taxMinor.toString(),
    fee_amount: row.feeMinor?.toString() ?? null,
    card_ending: row.cardEnding,
    card_country: countryOfEnding(row.cardEnding),
    disputed_at: row.disputedAt?.toString() ?? null,
    dispute_lost_at: row.disputeLostAt?.toString() ?? null,
    dispute_fee: row.disputeFeeMinor.toString(),
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
    fee_amount: row.feeMinor?.toString() ?? null,
    created_at: row.createdAt.toString(),
  }
}
