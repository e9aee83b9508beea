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
  /** Whether a payer's method can be kept there and charged while they are away: its gateways have `kept`. */
  readonly keepsMethods: boolean
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
  /** "disputed": its holder's bank has the money, so nothing was sent. "too_large": less than that is left there. */
  refund(wanted: NewRefund): Promise<GatewayRefund | "disputed" | "too_large">
  /** By our own reference, for the same reason. */
  findRefund(looked: {
    readonly chargeId: string
    readonly reference: string
  }): Promise<GatewayRefund | undefined>
  /** All that went back of a charge, oldest first, whoever sent it: at the gateway's own console there is no reference. */
  listRefunds(chargeId: string): Promise<readonly GatewayRefund[]>
  /** For the three-way match: bounded, oldest first. */
  listCharges(page: {
    readonly after?: string
    readonly limit: number
  }): Promise<{ readonly items: readonly Charge[]; readonly next: string | null }>
  /** Present where the kind keeps methods. */
  readonly kept?: KeptMethods
}

/**
 * What a gateway can do with a method its payer lets us keep. One kind of gateway hands out a token when its hosted
 * page is done (Stripe's payment method); another issues a billing key, once, that is never shown again (Toss): both
 * end in a KeptMethod whose token we seal at once.
 */
export interface KeptMethods {
  /** A page of the gateway where a method is left without paying. */
  createSetup(wanted: NewSetup): Promise<Setup>
  findSetup(reference: string): Promise<Setup | undefined>
  readSetup(setupId: string): Promise<Setup>
  /** While the payer is away. What the bank says is an answer, not an error. */
  chargeMethod(wanted: NewMethodCharge): Promise<MethodCharge>
  /** By our own reference: what a lost answer may have left behind. */
  findCharge(reference: string): Promise<MethodCharge | undefined>
  /** From then on nobody can charge it. What is gone already is no error. */
  forgetMethod(method: Pick<KeptMethod, "customerId" | "token">): Promise<void>
}

export interface NewSetup {
  readonly reference: string
  readonly idempotencyKey: string
  /** Whose it becomes, in our words: the account. */
  readonly customer: string
  readonly language: Language
  readonly returnUrl: string
}

export interface Setup {
  readonly id: string
  readonly reference: string
  /** open: the page still waits. The last three are final there. */
  readonly state: "open" | "done" | "declined" | "expired"
  readonly url: string
  readonly expiresAt: Temporal.Instant
  readonly method: KeptMethod | null
  readonly decline: DeclineKind | null
}

/** A method as its gateway tells it. The token is a secret: whoever has it and our key can charge. */
export interface KeptMethod {
  readonly customerId: string
  readonly token: string
  /** The same for the same card: how a card that is left twice is known. */
  readonly fingerprint: string
  readonly brand: string
  readonly lastFour: string
  readonly expires: Temporal.PlainYearMonth | null
  /** Where it was issued ("DE"), when the gateway says so. */
  readonly country: string | null
  readonly consentedAt: Temporal.Instant
}

export interface NewMethodCharge {
  readonly method: Pick<KeptMethod, "customerId" | "token">
  /** The attempt's id. */
  readonly reference: string
  readonly idempotencyKey: string
  readonly amount: Money
  /** There is no tax in it, and its receipt must say so. */
  readonly isTaxFree: boolean
  readonly description: string
}

export interface MethodCharge {
  readonly id: string
  readonly reference: string
  /** pending: the bank hasn't said yet; ask again. The other two are final there. */
  readonly state: "paid" | "declined" | "pending"
  readonly charge: Charge | null
  readonly decline: DeclineKind | null
}

export interface NewCheckout {
  /** The attempt's id: the gateway keeps it, so the session can be found again by it. */
  readonly reference: string
  readonly idempotencyKey: string
  readonly amount: Money
  /** There is no tax in it, and its receipt must say so. */
  readonly isTaxFree: boolean
  readonly description: string
  readonly language: Language
  readonly returnUrl: string
  /** The payer is asked whether this method may be kept for this account. Absent: they aren't. */
  readonly keepFor?: string
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
  /** What the payer ticked may be kept. */
  readonly method: KeptMethod | null
}

export interface Charge {
  readonly id: string
  readonly reference: string
  readonly amount: Money
  readonly refundedMinor: bigint
  /** The gateway's own figure, on its own receipt. */
  readonly taxMinor: bigint | null
  /** What the gateway keeps of it for itself, in the same currency; null: it doesn't say, or not yet. */
  readonly feeMinor: bigint | null
  /** Where the method that paid was issued ("DE"), when the gateway says so. */
  readonly payerCountry: string | null
  /** Since when its holder disputes it with their bank; null: they don't, or no longer. */
  readonly disputedAt: Temporal.Instant | null
  /** When their bank decided for them, and what it took for that; absent: it has not. */
  readonly lostDispute?: { readonly at: Temporal.Instant; readonly feeMinor: bigint }
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
  /** What the gateway takes for it besides; null: it doesn't say. */
  readonly feeMinor: bigint | null
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
