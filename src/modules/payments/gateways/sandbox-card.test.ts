import { sql } from "drizzle-orm"
import { afterAll, beforeAll } from "vitest"
import { createOutside, type Outside } from "#kit/outside/outside.ts"
import { signWebhook } from "#kit/webhook-signature.ts"
import { openPaymentsTest, type PaymentsTest } from "../testing.ts"
import { describeGateway } from "./conformance.ts"
import { sandboxCard } from "./sandbox-card.ts"
import type { TrialCall, TrialFault } from "./trial.ts"

let shop: PaymentsTest
const opened: Outside[] = []
beforeAll(async () => {
  shop = await openPaymentsTest()
})
afterAll(async () => {
  await Promise.all(opened.map((outside) => outside.close()))
  await shop[Symbol.asyncDispose]()
})

const calls: Readonly<Record<TrialCall, string>> = {
  createCheckout: "checkouts.create",
  findCheckout: "checkouts.find",
  readCheckout: "checkouts.read",
  refund: "refunds.create",
  findRefund: "refunds.find",
  listRefunds: "refunds.find",
  listCharges: "charges.list",
  createSetup: "setups.create",
  findSetup: "setups.find",
  readSetup: "setups.read",
  chargeMethod: "payments.create",
  findCharge: "payments.find",
  forgetMethod: "methods.detach",
}

const faults: Readonly<Record<TrialFault, string>> = {
  "worked-then-timed-out": "timeout_after_success",
  "worked-then-reset": "reset_after_success",
  "worked-then-500": "error_500_after_success",
  "worked-then-garbage": "garbage_after_success",
  reset: "reset",
  "500": "error_500",
  garbage: "garbage",
  slow: "slow",
  "rate-limited": "rate_limit",
}

const secret = "whsec_of_the_stand_in"

describeGateway("sandbox-card", () => ({
  kind: sandboxCard,
  webhookSecret: secret,
  /** A way out of its own each time, so that one fault's breaker doesn't answer for the next. */
  gateway: () => {
    const outside = createOutside({
      userAgent: "Hostwell tests",
      random: () => 0,
      pause: () => Promise.resolve(),
    })
    opened.push(outside)
    const host = outside.host({
      name: "gateway sandbox-card",
      baseUrl: shop.card.baseUrl,
      timeoutMs: 1_000,
      headers: () => ({ authorization: "Bearer sk_test_of_the_stand_in" }),
      allowPrivate: true,
    })
    // One try: a lost answer must reach the gateway, not be made good on the way.
    return sandboxCard.open((call) => host.call({ ...call, retries: 0 }))
  },
  newReference: () => shop.at.newId("pay"),
  now: () => shop.at.clock.now(),
  payer: async (checkout, how) => {
    const card = {
      approve: "4242424242424242",
      "approve-and-keep": "4242424242424242",
      decline: "4000000000009979",
      "refuse-authentication": "4000002760003184",
    }[how]
    await shop.payAt(checkout.url, { card, ...(how === "approve-and-keep" ? { keep: "yes" } : {}) })
    if (how === "refuse-authentication") await shop.payAt(`${checkout.url}/challenge`, { answer: "refuse" })
  },
  spoil: (call, fault) => shop.setFault(calls[call], faults[fault]),
  refundAtConsole: async (chargeId, minor) => {
    const body = JSON.stringify({ amount: minor.toString() })
    await fetch(`${shop.card.baseUrl}/control/charges/${chargeId}/refund`, { method: "POST", body })
  },
  countCheckouts: (reference) =>
    count(sql`select count(*) from sandbox.card_checkouts where reference = ${reference}`),
  countRefunds: (chargeId) =>
    count(sql`select count(*) from sandbox.card_refunds where charge_id = ${chargeId}`),
  kept: {
    leave: async (setup, how) => {
      const card = {
        approves: "4242424242424242",
        "declines-softly": "4000000000000341",
        "declines-for-good": "4000000000009987",
        "wants-authentication": "4000002760003184",
        decline: "4000000000009979",
        "refuse-authentication": "4000002760003184",
      }[how]
      await shop.payAt(setup.url, { card })
      const answer = { "wants-authentication": "approve", "refuse-authentication": "refuse" }[how as string]
      if (answer) await shop.payAt(`${setup.url}/challenge`, { answer })
    },
    countSetups: (reference) =>
      count(sql`select count(*) from sandbox.card_setups where reference = ${reference}`),
    countCharges: (reference) =>
      count(sql`select count(*) from sandbox.card_charges where reference = ${reference}`),
  },
  notice: (key, body, at) => {
    const seconds = Math.floor(at.epochMilliseconds / 1_000)
    return new Headers({
      "sandbox-card-signature": signWebhook({ body, secrets: [key], atSeconds: seconds }),
    })
  },
}))

async function count(query: ReturnType<typeof sql>): Promise<number> {
  const found = await shop.at.database.transactAcrossTenants((db) => db.execute<{ count: string }>(query))
  return Number(found.rows[0]?.count)
}
