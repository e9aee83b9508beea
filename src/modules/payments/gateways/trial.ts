import { expect } from "vitest"
import { money } from "#kit/money.ts"
import { OutsideError } from "#kit/outside/outside-error.ts"
import type { Checkout, Gateway, GatewayKind, NewCheckout, Setup } from "./gateway.ts"

/** What a gateway's own test hands in: the way to it, its payer, its faults, its books. */
export interface GatewayTrial {
  readonly kind: GatewayKind
  gateway(): Gateway
  newReference(): string
  now(): Temporal.Instant
  /** Somebody pays, or tries to, where the gateway sends payers. */
  payer(
    checkout: Checkout,
    how: "approve" | "approve-and-keep" | "decline" | "refuse-authentication",
  ): Promise<void>
  /** The next call of this kind goes wrong like this. */
  spoil(call: TrialCall, fault: TrialFault): Promise<void>
  /** Somebody sends a part back in the gateway's own back office. */
  refundAtConsole(chargeId: string, minor: bigint): Promise<void>
  /** As the gateway itself counts. */
  countCheckouts(reference: string): Promise<number>
  countRefunds(chargeId: string): Promise<number>
  /** A notice as the gateway would send it, signed with this secret. */
  notice(secret: string, body: string, at: Temporal.Instant): Headers
  readonly webhookSecret: string
  /** Where the kind keeps methods. */
  readonly kept?: KeptTrial
}

/** What becomes of a kept method when it is charged later, by what its payer chose when leaving it. */
export type LaterDoing = "approves" | "declines-softly" | "declines-for-good" | "wants-authentication"

export interface KeptTrial {
  /** Somebody leaves a method, or tries to, at the gateway's page for it. */
  leave(setup: Setup, how: LaterDoing | "decline" | "refuse-authentication"): Promise<void>
  countSetups(reference: string): Promise<number>
  /** Money taken under a reference, by the gateway's own books. */
  countCharges(reference: string): Promise<number>
}

export const trialCalls = [
  "createCheckout",
  "findCheckout",
  "readCheckout",
  "refund",
  "findRefund",
  "listRefunds",
  "listCharges",
  "createSetup",
  "findSetup",
  "readSetup",
  "chargeMethod",
  "findCharge",
  "forgetMethod",
] as const
export type TrialCall = (typeof trialCalls)[number]

/** Done, but the answer was lost; nothing done; not now. */
export const trialFaults = [
  "worked-then-timed-out",
  "worked-then-reset",
  "worked-then-500",
  "worked-then-garbage",
  "reset",
  "500",
  "garbage",
  "slow",
  "rate-limited",
] as const
export type TrialFault = (typeof trialFaults)[number]

/** A fault may end in an error that says "unknown" or "not now", or be slow and right; nothing else. */
export async function tryOnce<Result>(
  fault: TrialFault,
  call: () => Promise<Result>,
): Promise<Result | undefined> {
  try {
    return await call()
  } catch (error) {
    if (error instanceof OutsideError) {
      expect(error.kind).toBe(fault === "rate-limited" ? "rate_limited" : "unknown")
      return undefined
    }
    throw error
  }
}

export function checkoutOf(trial: GatewayTrial): NewCheckout {
  const reference = trial.newReference()
  return {
    reference,
    idempotencyKey: `checkout:${reference}`,
    amount: money(11_000n, "KRW"),
    isTaxFree: false,
    description: "VPS S",
    language: "ko",
    returnUrl: "http://shop.test/pay/return",
  }
}
