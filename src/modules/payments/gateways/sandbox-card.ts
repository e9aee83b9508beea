import { createHash } from "node:crypto"
import { z } from "zod"
import { currencyCodes, type Money, money } from "#kit/money.ts"
import type { OutsideAnswer, OutsideCall } from "#kit/outside/call.ts"
import { path } from "#kit/outside/path.ts"
import { verifyWebhook } from "#kit/webhook-signature.ts"
import { GiveUp } from "#kit/work/define.ts"
import type { DeclineKind } from "../decline.ts"
import type {
  Charge,
  Checkout,
  GatewayDoor,
  GatewayKind,
  GatewayRefund,
  NewCheckout,
  VerifiedNotice,
} from "./gateway.ts"

/** The card gateway that stands in locally; it speaks over the wire like any other. */
export const sandboxCard: GatewayKind = {
  name: "sandbox-card",
  isLocal: true,
  open: (door) => ({
    createCheckout: (wanted) => createCheckout(door, wanted),
    findCheckout: async (reference) => {
      const answer = await ask(door, { method: "GET", path: "/v1/checkouts", query: { reference } })
      const found = read(answer, itemsOf(checkoutShape)).items[0]
      return found && readCheckout(found)
    },
    readCheckout: async (id) =>
      readCheckout(read(await ask(door, { method: "GET", path: path`/v1/checkouts/${id}` }), checkoutShape)),
    refund: async ({ chargeId, reference, idempotencyKey, amount }) => {
      const answer = await ask(door, {
        method: "POST",
        path: path`/v1/charges/${chargeId}/refunds`,
        idempotencyKey,
        json: { reference, amount: amount.minor.toString() },
      })
      return readRefund(read(answer, refundShape))
    },
    findRefund: async ({ chargeId, reference }) => {
      const target = path`/v1/charges/${chargeId}/refunds`
      const answer = await ask(door, { method: "GET", path: target, query: { reference } })
      const found = read(answer, itemsOf(refundShape)).items[0]
      return found && readRefund(found)
    },
    listCharges: async ({ after, limit }) => {
      const answer = await ask(door, { method: "GET", path: "/v1/charges", query: { after, limit } })
      const { items, next } = read(answer, itemsOf(chargeShape))
      return { items: items.map(readCharge), next: next ?? null }
    },
  }),
  verifyWebhook: (webhookSecret, { headers, rawBody, now }) => {
    const verdict = verifyWebhook({
      header: headers.get("sandbox-card-signature") ?? undefined,
      body: rawBody,
      secrets: [webhookSecret],
      nowSeconds: Math.floor(now.epochMilliseconds / 1_000),
      toleranceSeconds: TOLERANCE_SECONDS,
    })
    return verdict.ok ? readNotice(rawBody) : undefined
  },
}

/** Five minutes, as the trade has it: an old notice that was caught and is sent again by a stranger is refused. */
const TOLERANCE_SECONDS = 300

async function createCheckout(door: GatewayDoor, wanted: NewCheckout): Promise<Checkout> {
  const { reference, idempotencyKey, amount, description, language, returnUrl } = wanted
  const answer = await ask(door, {
    method: "POST",
    path: "/v1/checkouts",
    idempotencyKey,
    json: {
      reference,
      amount: amount.minor.toString(),
      currency: amount.currency,
      description,
      locale: language,
      return_url: returnUrl,
    },
  })
  return readCheckout(read(answer, checkoutShape))
}

/** What it refuses outright, a repeat would get again: wrong key, wrong request, an idempotency key used otherwise. */
async function ask(door: GatewayDoor, call: OutsideCall): Promise<OutsideAnswer> {
  const answer = await door(call)
  if (answer.status < 400) return answer
  const error = errorShape.safeParse(answer.json())
  const code = error.success ? error.data.error.code : "unreadable"
  throw new GiveUp(`the gateway refused ${call.method} ${call.path} with ${answer.status} ${code}`)
}

/** An answer of another shape says nothing about what happened there, so it counts as no answer. */
function read<Shape extends z.ZodType>(answer: OutsideAnswer, shape: Shape): z.infer<Shape> {
  return shape.parse(answer.json())
}

const minorText = z
  .string()
  .regex(/^\d{1,12}$/)
  .transform(BigInt)
const moneyFields = { amount: minorText, currency: z.enum(currencyCodes) }
const moment = z.string().transform((text) => Temporal.Instant.from(text))

const chargeShape = z.object({
  id: z.string().min(1),
  reference: z.string(),
  ...moneyFields,
  amount_refunded: minorText,
  tax_amount: minorText.nullable(),
  created_at: moment,
})

const checkoutShape = z.object({
  id: z.string().min(1),
  reference: z.string(),
  status: z.enum(["open", "paid", "declined", "expired"]),
  ...moneyFields,
  url: z.url(),
  expires_at: moment,
  charge: chargeShape.nullable(),
  decline_code: z.string().nullable(),
})

const refundShape = z.object({
  id: z.string().min(1),
  reference: z.string(),
  charge: z.string(),
  ...moneyFields,
})

const errorShape = z.object({ error: z.object({ code: z.string() }) })

const noticeShape = z.object({
  id: z.string().min(1).max(120),
  type: z.string().max(80),
  data: z.object({ reference: z.string().max(80).nullish() }).loose(),
})

function itemsOf<Shape extends z.ZodType>(shape: Shape) {
  return z.object({ items: z.array(shape), next: z.string().nullish() })
}

function readCheckout(found: z.infer<typeof checkoutShape>): Checkout {
  return {
    id: found.id,
    reference: found.reference,
    state: found.status,
    url: found.url,
    amount: readAmount(found),
    expiresAt: found.expires_at,
    charge: found.charge && readCharge(found.charge),
    decline: found.status === "declined" ? readDecline(found.decline_code) : null,
  }
}

function readCharge(found: z.infer<typeof chargeShape>): Charge {
  return {
    id: found.id,
    reference: found.reference,
    amount: readAmount(found),
    refundedMinor: found.amount_refunded,
    taxMinor: found.tax_amount,
    createdAt: found.created_at,
  }
}

function readRefund(found: z.infer<typeof refundShape>): GatewayRefund {
  return { id: found.id, reference: found.reference, chargeId: found.charge, amount: readAmount(found) }
}

function readAmount(found: { amount: bigint; currency: Money["currency"] }): Money {
  return money(found.amount, found.currency)
}

const declines: Readonly<Record<string, DeclineKind>> = {
  insufficient_funds: "insufficient_funds",
  do_not_honor: "declined_soft",
  stolen_card: "declined_hard",
  authentication_failed: "authentication_required",
  expired_card: "expired",
  incorrect_cvc: "invalid_instrument",
  processing_error: "provider_error",
}

/** A reason we have no word for yet is a soft one: the payer may try again. */
function readDecline(code: string | null): DeclineKind {
  return declines[code ?? ""] ?? "declined_soft"
}

/** Signed, but of a shape we don't know (an older version of theirs): kept all the same, under its bytes' hash. */
function readNotice(rawBody: Uint8Array): VerifiedNotice {
  const parsed = noticeShape.safeParse(parseJson(rawBody))
  if (!parsed.success) {
    const eventId = createHash("sha256").update(rawBody).digest("hex")
    return { eventId, kind: "unreadable", isReadable: false, reference: null }
  }
  const { id, type, data } = parsed.data
  return { eventId: id, kind: type, isReadable: true, reference: data.reference ?? null }
}

function parseJson(rawBody: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(rawBody))
  } catch {
    // No JSON is no notice: the schema refuses it.
    return undefined
  }
}
