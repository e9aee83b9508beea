import type { Money } from "#kit/money.ts"
import type { Language } from "#kit/refusal.ts"
import type { DeclineKind } from "../decline.ts"

/**
 * What every way to pay must be able to do. Each call may be repeated: it carries a key of ours, or first looks
 * for what an earlier try left. Card data never passes through here; the payer types it at the gateway.
 */
export interface Gateway {
  readonly name: string
  createCheckout(wanted: NewCheckout, signal: AbortSignal): Promise<Checkout>
  /** By our own reference: what a lost answer may have left behind. */
  findCheckout(reference: string, signal: AbortSignal): Promise<Checkout | undefined>
  readCheckout(checkoutId: string, signal: AbortSignal): Promise<Checkout>
  refund(wanted: NewRefund, signal: AbortSignal): Promise<GatewayRefund>
  /** By our own reference, for the same reason. */
  findRefund(
    looked: { readonly chargeId: string; readonly reference: string },
    signal: AbortSignal,
  ): Promise<GatewayRefund | undefined>
  /** For the three-way match: bounded, oldest first. */
  listCharges(
    page: { readonly after?: string; readonly limit: number },
    signal: AbortSignal,
  ): Promise<{ readonly items: readonly Charge[]; readonly next: string | null }>
  /** Undefined when the signature is not the gateway's own, or too old. Reads nothing but the raw bytes. */
  verifyWebhook(incoming: IncomingWebhook): VerifiedNotice | undefined
}

export interface NewCheckout {
  /** The attempt's id: the gateway keeps it, so the session can be found again by it. */
  readonly reference: string
  readonly idempotencyKey: string
  readonly amount: Money
  readonly description: string
  readonly language: Language
  readonly returnUrl: string
}

export interface Checkout {
  readonly id: string
  readonly reference: string
  /** open: the payer may still pay. The last three are final there. */
  readonly state: "open" | "paid" | "declined" | "expired"
  readonly url: string
  readonly amount: Money
  readonly expiresAt: Temporal.Instant
  readonly charge: Charge | null
  readonly decline: DeclineKind | null
}

export interface Charge {
  readonly id: string
  readonly reference: string
  readonly amount: Money
  readonly refundedMinor: bigint
  /** The gateway's own figure, on its own receipt. */
  readonly taxMinor: bigint | null
  readonly createdAt: Temporal.Instant
}

export interface NewRefund {
  readonly chargeId: string
  readonly reference: string
  readonly idempotencyKey: string
  readonly amount: Money
}

export interface GatewayRefund {
  readonly id: string
  readonly reference: string
  readonly chargeId: string
  readonly amount: Money
}

export interface IncomingWebhook {
  readonly headers: Headers
  readonly rawBody: Uint8Array
  readonly now: Temporal.Instant
}

export interface VerifiedNotice {
  readonly eventId: string
  readonly kind: string
  /** Our reference as the notice says it: where to look, not what to believe. */
  readonly reference: string | null
}

/** What a gateway is opened with: the endpoint's row, unsealed for as long as the call lasts. */
export interface GatewayAccess {
  readonly baseUrl: string
  readonly apiKey: string
  readonly webhookSecret: string
}

