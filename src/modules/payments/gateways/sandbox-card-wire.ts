import { z } from "zod"
import { currencyCodes, type Money, money } from "#kit/money.ts"
import type { OutsideAnswer, OutsideCall } from "#kit/outside/call.ts"
import { GiveUp } from "#kit/work/define.ts"
import type { DeclineKind } from "../decline.ts"
import type {
  Charge,
  Checkout,
  GatewayDoor,
  GatewayRefund,
  KeptMethod,
  MethodCharge,
  Setup,
} from "./gateway.ts"

/** What it refuses outright, a repeat would get again: wrong key, wrong request, an idempotency key used otherwise. */
export async function ask(door: GatewayDoor, call: OutsideCall): Promise<OutsideAnswer> {
  const answer = await door(call)
  if (answer.status < 400) return answer
  throw new GiveUp(
    `the gateway refused ${call.method} ${call.path} with ${answer.status} ${readErrorCode(answer)}`,
    { trouble: answer.status === 401 || answer.status === 403 ? "denied" : "declined" },
  )
}

/** Where it says no with one of these codes, that is an answer of its own. */
export async function askUnless<Code extends string>(
  codes: readonly Code[],
  door: GatewayDoor,
  call: OutsideCall,
): Promise<OutsideAnswer | Code> {
  const answer = await door(call)
  const said = answer.status >= 400 ? readErrorCode(answer) : undefined
  return codes.find((code) => code === said) ?? ask(async () => answer, call)
}

function readErrorCode(answer: OutsideAnswer): string {
  const error = errorShape.safeParse(answer.json())
  return error.success ? error.data.error.code : "unreadable"
}

/** An answer of another shape says nothing about what happened there, so it counts as no answer. */
export function read<Shape extends z.ZodType>(answer: OutsideAnswer, shape: Shape): z.infer<Shape> {
  return shape.parse(answer.json())
}

const minorText = z
  .string()
  .regex(/^\d{1,12}$/)
  .transform(BigInt)
const moneyFields = { amount: minorText, currency: z.enum(currencyCodes) }
const countryCode = z
  .string()
  .regex(/^[A-Z]{2}$/)
  .nullish()
const moment = z.string().transform((text) => Temporal.Instant.from(text))

export const chargeShape = z.object({
  id: z.string().min(1),
  reference: z.string(),
  ...moneyFields,
  amount_refunded: minorText,
  tax_amount: minorText.nullable(),
  fee_amount: minorText.nullish(),
  card_country: countryCode,
  disputed_at: moment.nullable(),
  dispute_lost_at: moment.nullable(),
  dispute_fee: minorText,
  created_at: moment,
})

export const methodShape = z.object({
  id: z.string().min(1),
  customer: z.string(),
  brand: z.string().max(40),
  ending: z.string().regex(/^\d{4}$/),
  expires: z
    .string()
    .transform((text) => Temporal.PlainYearMonth.from(text))
    .nullable(),
  fingerprint: z.string().min(1),
  country: countryCode,
  consented_at: moment,
})

/** Anything else says nothing about whether it is forgotten. */
export const detachedShape = z.object({ id: z.string().min(1), detached_at: moment })

export const setupShape = z.object({
  id: z.string().min(1),
  reference: z.string(),
  status: z.enum(["open", "done", "declined", "expired"]),
  url: z.url(),
  expires_at: moment,
  method: methodShape.nullable(),
  decline_code: z.string().nullable(),
})

export const paymentShape = z.object({
  id: z.string().min(1),
  reference: z.string(),
  status: z.enum(["paid", "declined"]),
  charge: chargeShape.nullable(),
  decline_code: z.string().nullable(),
})

export const checkoutShape = z.object({
  id: z.string().min(1),
  reference: z.string(),
  status: z.enum(["open", "paid", "declined", "expired"]),
  ...moneyFields,
  url: z.url(),
  expires_at: moment,
  charge: chargeShape.nullable(),
  decline_code: z.string().nullable(),
  method: methodShape.nullable(),
})

export const refundShape = z.object({
  id: z.string().min(1),
  reference: z.string(),
  charge: z.string(),
  ...moneyFields,
  fee_amount: minorText.nullish(),
})

const errorShape = z.object({ error: z.object({ code: z.string() }) })

export function itemsOf<Shape extends z.ZodType>(shape: Shape) {
  return z.object({ items: z.array(shape), next: z.string().nullish() })
}

export function readCheckout(found: z.infer<typeof checkoutShape>): Checkout {
  return {
    id: found.id,
    reference: found.reference,
    state: found.status,
    url: found.url,
    amount: readAmount(found),
    expiresAt: found.expires_at,
    charge: found.charge && readCharge(found.charge),
    decline: found.status === "declined" ? readDecline(found.decline_code) : null,
    method: found.method && readMethod(found.method),
  }
}

export function readSetup(found: z.infer<typeof setupShape>): Setup {
  return {
    id: found.id,
    reference: found.reference,
    state: found.status,
    url: found.url,
    expiresAt: found.expires_at,
    method: found.method && readMethod(found.method),
    decline: found.status === "declined" ? readDecline(found.decline_code) : null,
  }
}

export function readPayment(found: z.infer<typeof paymentShape>): MethodCharge {
  return {
    id: found.id,
    reference: found.reference,
    state: found.status,
    charge: found.charge && readCharge(found.charge),
    decline: found.status === "declined" ? readDecline(found.decline_code) : null,
  }
}

function readMethod(found: z.infer<typeof methodShape>): KeptMethod {
  return {
    customerId: found.customer,
    token: found.id,
    fingerprint: found.fingerprint,
    brand: found.brand,
    lastFour: found.ending,
    expires: found.expires,
    country: found.country ?? null,
    consentedAt: found.consented_at,
  }
}

export function readCharge(found: z.infer<typeof chargeShape>): Charge {
  return {
    id: found.id,
    reference: found.reference,
    amount: readAmount(found),
    refundedMinor: found.amount_refunded,
    taxMinor: found.tax_amount,
    feeMinor: found.fee_amount ?? null,
    payerCountry: found.card_country ?? null,
    disputedAt: found.disputed_at,
    ...(found.dispute_lost_at
      ? { lostDispute: { at: found.dispute_lost_at, feeMinor: found.dispute_fee } }
      : {}),
    createdAt: found.created_at,
  }
}

export function readRefund(found: z.infer<typeof refundShape>): GatewayRefund {
  const { id, reference, charge: chargeId, fee_amount: feeMinor = null } = found
  return { id, reference, chargeId, amount: readAmount(found), feeMinor }
}

function readAmount(found: { amount: bigint; currency: Money["currency"] }): Money {
  return money(found.amount, found.currency)
}

const declines: Readonly<Record<string, DeclineKind>> = {
  insufficient_funds: "insufficient_funds",
  do_not_honor: "declined_soft",
  stolen_card: "declined_hard",
  lost_card: "declined_hard",
  authentication_required: "authentication_required",
  amount_not_authenticated: "amount_above_mandate",
  method_detached: "invalid_instrument",
  authentication_failed: "authentication_required",
  duplicate_transaction: "duplicate",
  expired_card: "expired",
  incorrect_cvc: "invalid_instrument",
  processing_error: "provider_error",
}

/** A reason we have no word for yet is a soft one: the payer may try again. */
function readDecline(code: string | null): DeclineKind {
  return declines[code ?? ""] ?? "declined_soft"
}
