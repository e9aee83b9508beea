import { createHash } from "node:crypto"
import { z } from "zod"
import { path } from "#kit/outside/path.ts"
import { verifyWebhook } from "#kit/webhook-signature.ts"
import type { Checkout, GatewayDoor, GatewayKind, NewCheckout, VerifiedNotice } from "./gateway.ts"
import { openKeptMethods } from "./sandbox-card-methods.ts"
import {
  ask,
  askUnless,
  chargeShape,
  checkoutShape,
  itemsOf,
  read,
  readCharge,
  readCheckout,
  readRefund,
  refundShape,
} from "./sandbox-card-wire.ts"

/** The card gateway that stands in locally; it speaks over the wire like any other. */
export const sandboxCard: GatewayKind = {
  name: "sandbox-card",
  isLocal: true,
  keepsMethods: true,
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
      const answer = await askUnless(["charge_disputed", "refund_too_large"], door, {
        method: "POST",
        path: path`/v1/charges/${chargeId}/refunds`,
        idempotencyKey,
        json: { reference, amount: amount.minor.toString() },
      })
      if (answer === "charge_disputed") return "disputed"
      if (answer === "refund_too_large") return "too_large"
      return readRefund(read(answer, refundShape))
    },
    findRefund: async ({ chargeId, reference }) => {
      const target = path`/v1/charges/${chargeId}/refunds`
      const answer = await ask(door, { method: "GET", path: target, query: { reference } })
      const found = read(answer, itemsOf(refundShape)).items[0]
      return found && readRefund(found)
    },
    listRefunds: async (chargeId) => {
      const answer = await ask(door, { method: "GET", path: path`/v1/charges/${chargeId}/refunds` })
      return read(answer, itemsOf(refundShape)).items.map(readRefund)
    },
    listCharges: async ({ after, limit }) => {
      const answer = await ask(door, { method: "GET", path: "/v1/charges", query: { after, limit } })
      const { items, next } = read(answer, itemsOf(chargeShape))
      return { items: items.map(readCharge), next: next ?? null }
    },
    kept: openKeptMethods(door),
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
  const { reference, idempotencyKey, amount, isTaxFree, description, language, returnUrl, keepFor } = wanted
  const answer = await ask(door, {
    method: "POST",
    path: "/v1/checkouts",
    idempotencyKey,
    json: {
      reference,
      amount: amount.minor.toString(),
      currency: amount.currency,
      tax_free: isTaxFree,
      description,
      locale: language,
      return_url: returnUrl,
      ...(keepFor === undefined ? {} : { customer: keepFor }),
    },
  })
  return readCheckout(read(answer, checkoutShape))
}

const noticeShape = z.object({
  id: z.string().min(1).max(120),
  type: z.string().max(80),
  data: z.object({ reference: z.string().max(80).nullish() }).loose(),
})

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
