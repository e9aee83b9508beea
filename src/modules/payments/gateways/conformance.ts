import { describe, expect, test } from "vitest"
import { money } from "#kit/money.ts"
import { GiveUp } from "#kit/work/define.ts"
import { describeKeptMethods } from "./conformance-kept.ts"
import type { Checkout } from "./gateway.ts"
import { checkoutOf, type GatewayTrial, type TrialCall, trialFaults, tryOnce } from "./trial.ts"

/** Every way to pay passes this, against its stand-in: the same cases, whatever the wire looks like. */
export function describeGateway(name: string, open: () => GatewayTrial): void {
  describe(`${name}: checkouts`, () => describeCheckouts(open))
  describe(`${name}: refunds`, () => describeRefunds(open))
  describe(`${name}: lost answers`, () => describeFaults(open))
  describe(`${name}: notices`, () => describeNotices(open))
  describe(`${name}: kept methods`, () => describeKeptMethods(open))
}

function describeCheckouts(open: () => GatewayTrial): void {
  test("the same key twice is one session; found by our reference and by its id", async () => {
    const trial = open()
    const wanted = checkoutOf(trial)
    const first = await trial.gateway().createCheckout(wanted)
    const second = await trial.gateway().createCheckout(wanted)
    expect(second).toEqual(first)
    expect(first).toMatchObject({ reference: wanted.reference, state: "open", amount: wanted.amount })
    expect(await trial.countCheckouts(wanted.reference)).toBe(1)
    expect(await trial.gateway().findCheckout(wanted.reference)).toEqual(first)
    expect(await trial.gateway().readCheckout(first.id)).toEqual(first)
  })

  test("the same key for something else is refused for good", async () => {
    const trial = open()
    const wanted = checkoutOf(trial)
    await trial.gateway().createCheckout(wanted)
    const other = { ...wanted, amount: money(1n, "KRW") }
    await expect(trial.gateway().createCheckout(other)).rejects.toBeInstanceOf(GiveUp)
  })

  test("what isn't there is undefined, not an error", async () => {
    const trial = open()
    expect(await trial.gateway().findCheckout(trial.newReference())).toBeUndefined()
  })

  test("a payer approves, declines, or fails the bank's question: read back as such", async () => {
    const trial = open()
    const paid = await paidCheckout(trial)
    expect(paid).toMatchObject({ state: "paid", decline: null, charge: { amount: paid.amount } })
    for (const how of ["decline", "refuse-authentication"] as const) {
      const checkout = await trial.gateway().createCheckout(checkoutOf(trial))
      await trial.payer(checkout, how)
      const read = await trial.gateway().readCheckout(checkout.id)
      expect(read).toMatchObject({ state: "declined", charge: null })
      if (how === "refuse-authentication") expect(read.decline).toBe("authentication_required")
      else expect(read.decline).not.toBeNull()
    }
  })

  test("amounts survive: won without a minor unit, euros with two", async () => {
    const trial = open()
    for (const amount of [money(11_000n, "KRW"), money(118n, "EUR")]) {
      const checkout = await trial.gateway().createCheckout({ ...checkoutOf(trial), amount })
      await trial.payer(checkout, "approve")
      expect((await trial.gateway().readCheckout(checkout.id)).charge?.amount).toEqual(amount)
    }
  })

  test("charges are listed page by page, each once", async () => {
    const trial = open()
    const wanted = [await paidCheckout(trial), await paidCheckout(trial), await paidCheckout(trial)]
    const seen: string[] = []
    let after: string | undefined
    do {
      const page = await trial.gateway().listCharges({ limit: 2, ...(after ? { after } : {}) })
      seen.push(...page.items.map((charge) => charge.id))
      after = page.next ?? undefined
    } while (after)
    expect(new Set(seen).size).toBe(seen.length)
    expect(seen).toEqual(expect.arrayContaining(wanted.map((checkout) => checkout.charge?.id)))
  })
}

function describeRefunds(open: () => GatewayTrial): void {
  test("in parts, each once, and never more than was paid", async () => {
    const trial = open()
    const { chargeId } = await chargeOf(trial)
    const part = { chargeId, ...refundOf(trial, 4_000n) }
    const first = await trial.gateway().refund(part)
    expect(await trial.gateway().refund(part)).toEqual(first)
    expect(await trial.gateway().findRefund({ chargeId, reference: part.reference })).toEqual(first)
    await trial.gateway().refund({ chargeId, ...refundOf(trial, 7_000n) })
    expect(await trial.gateway().refund({ chargeId, ...refundOf(trial, 1n) })).toBe("too_large")
    expect(await trial.countRefunds(chargeId)).toBe(2)
  })

  test("all that went back of a charge is listed, also what was sent at the gateway's own console", async () => {
    const trial = open()
    const { chargeId } = await chargeOf(trial)
    expect(await trial.gateway().listRefunds(chargeId)).toEqual([])
    const ours = await trial.gateway().refund({ chargeId, ...refundOf(trial, 4_000n) })
    await trial.refundAtConsole(chargeId, 3_000n)
    const listed = await trial.gateway().listRefunds(chargeId)
    const theirs = { chargeId, reference: "", amount: money(3_000n, "KRW") }
    expect(listed).toHaveLength(2)
    expect(listed).toEqual(expect.arrayContaining([ours, expect.objectContaining(theirs)]))
  })
}

function describeFaults(open: () => GatewayTrial): void {
  test.each(trialFaults)(
    "createCheckout, %s: looked up before it is tried again, one session",
    async (fault) => {
      const trial = open()
      const wanted = checkoutOf(trial)
      await trial.spoil("createCheckout", fault)
      await tryOnce(fault, () => trial.gateway().createCheckout(wanted))
      const left = await trial.gateway().findCheckout(wanted.reference)
      if (fault.startsWith("worked") || fault === "slow") expect(left).toBeDefined()
      // Both ways lead to the one session: the look, and the same key again.
      const again = await trial.gateway().createCheckout(wanted)
      if (left) expect(again).toMatchObject({ id: left.id })
      expect(await trial.countCheckouts(wanted.reference)).toBe(1)
    },
  )

  test.each(trialFaults)("refund, %s: money goes back once", async (fault) => {
    const trial = open()
    const { chargeId } = await chargeOf(trial)
    const wanted = { chargeId, ...refundOf(trial, 11_000n) }
    await trial.spoil("refund", fault)
    await tryOnce(fault, () => trial.gateway().refund(wanted))
    const left = await trial.gateway().findRefund({ chargeId, reference: wanted.reference })
    const again = await trial.gateway().refund(wanted)
    if (left) expect(again).toMatchObject({ id: left.id })
    expect(await trial.countRefunds(chargeId)).toBe(1)
  })

  test.each(trialFaults)("reading, %s: says so and lies about nothing", async (fault) => {
    const trial = open()
    const { chargeId, checkout } = await chargeOf(trial)
    const reads: Record<string, () => Promise<unknown>> = {
      findCheckout: () => trial.gateway().findCheckout(checkout.reference),
      readCheckout: () => trial.gateway().readCheckout(checkout.id),
      findRefund: () => trial.gateway().findRefund({ chargeId, reference: "none" }),
      listCharges: () => trial.gateway().listCharges({ limit: 1 }),
    }
    for (const [call, read] of Object.entries(reads)) {
      const before = await read()
      await trial.spoil(call as TrialCall, fault)
      const during = await tryOnce(fault, read)
      if (during !== undefined) expect(during).toEqual(before)
      expect(await read()).toEqual(before)
    }
  })
}

function describeNotices(open: () => GatewayTrial): void {
  const body = JSON.stringify({ id: "evt_1", type: "checkout.paid", data: { reference: "pay_1" } })
  const bytes = new TextEncoder().encode(body)

  test("its own is taken, and only says where to look", () => {
    const trial = open()
    const now = trial.now()
    const headers = trial.notice(trial.webhookSecret, body, now)
    const notice = trial.kind.verifyWebhook(trial.webhookSecret, { headers, rawBody: bytes, now })
    expect(notice).toEqual({ eventId: "evt_1", kind: "checkout.paid", isReadable: true, reference: "pay_1" })
  })

  test("a stranger's, an old one, a changed one and an unsigned one are not", () => {
    const trial = open()
    const now = trial.now()
    const good = trial.notice(trial.webhookSecret, body, now)
    const cases: [Headers, Uint8Array][] = [
      [trial.notice("another secret", body, now), bytes],
      [trial.notice(trial.webhookSecret, body, now.subtract({ minutes: 6 })), bytes],
      [trial.notice(trial.webhookSecret, body, now.add({ minutes: 6 })), bytes],
      [good, new TextEncoder().encode(`${body} `)],
      [good, bytes.subarray(0, 20)],
      [new Headers(), bytes],
    ]
    for (const [headers, rawBody] of cases) {
      expect(trial.kind.verifyWebhook(trial.webhookSecret, { headers, rawBody, now })).toBeUndefined()
    }
  })
}

function refundOf(trial: GatewayTrial, minor: bigint) {
  const reference = trial.newReference()
  return { reference, idempotencyKey: `refund:${reference}`, amount: money(minor, "KRW") }
}

async function paidCheckout(trial: GatewayTrial): Promise<Checkout> {
  const checkout = await trial.gateway().createCheckout(checkoutOf(trial))
  await trial.payer(checkout, "approve")
  return trial.gateway().readCheckout(checkout.id)
}

async function chargeOf(trial: GatewayTrial) {
  const checkout = await paidCheckout(trial)
  if (!checkout.charge) throw new Error("The payer approved, and there is no charge.")
  return { checkout, chargeId: checkout.charge.id }
}
