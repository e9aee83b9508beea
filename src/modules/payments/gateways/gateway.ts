import type { Money } from "#kit/money.ts"
import type { OutsideAnswer, OutsideCall } from "#kit/outside/call.ts"
import type { Language } from "#kit/refusal.ts"
import type { DeclineKind } from "../decline.ts"

/** The way out, bound to one step of one operation: its signal, its log, the breaker of that host. */
export type GatewayDoor = (call: OutsideCall) => Promise<OutsideAnswer>

/** One way to pay, as the registry knows it. */
export interface GatewayKind {
  readonly name: string
  /** A stand-in on our own network: only then are private addresses and plain http let through. */
  readonly isLocal: boolean
  /** For one call; the door carries the key. */
  open(door: GatewayDoor): Gateway
  /** Undefined when the signature is not the gateway's own, or too old. Needs no way out: raw bytes and the secret. */
  verifyWebhook(webhookSecret: string, incoming: IncomingWebhook): VerifiedNotice | undefined
}

/**
 * What every way to pay must be able to do. Each call may be repeated: it carries a key of ours, or first looks
 * for what an earlier try left. Card data never passes through here; the payer types it at the gateway.
 */
export interface Gateway {
  createCheckout(wanted: NewCheckout): Promise<Checkout>
  /** By our own reference: what a lost answer may have left behind. */
  findCheckout(reference: string): Promise<Checkout | undefined>
  readCheckout(checkoutId: string): Promise<Checkout>
  refund(wanted: NewRefund): Promise<GatewayRefund>
  /** By our own reference, for the same reason. */
  findRefund(looked: {
    readonly chargeId: string
    readonly reference: string
  }): Promise<GatewayRefund | undefined>
  /** For the three-way match: bounded, oldest first. */
  listCharges(page: {
    readonly after?: string
    readonly limit: number
  }): Promise<{ readonly items: readonly Charge[]; readonly next: string | null }>
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
  /** False: theirs by its signature, but of a shape we don't know. Kept for a person. */
  readonly isReadable: boolean
  /** Our reference as the notice says it: where to look, not what to believe. */
  readonly reference: string | null
}
