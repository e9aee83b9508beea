import { expect, test } from "vitest"
import { money } from "#kit/money.ts"
import { GiveUp } from "#kit/work/define.ts"
import type { KeptMethod, KeptMethods, NewMethodCharge, NewSetup, Setup } from "./gateway.ts"
import {
  checkoutOf,
  type GatewayTrial,
  type KeptTrial,
  type LaterDoing,
  type TrialCall,
  trialFaults,
  tryOnce,
} from "./trial.ts"

/** What every gateway that keeps methods passes; one that says it keeps none must have none of the calls. */
export function describeKeptMethods(open: () => GatewayTrial): void {
  test("what the kind says of itself is so", () => {
    const trial = open()
    expect(trial.gateway().kept !== undefined).toBe(trial.kind.keepsMethods)
    expect(trial.kept !== undefined).toBe(trial.kind.keepsMethods)
  })

  describeKeeping(open)
  describeCharging(open)
  describeLostAnswers(open)
}

function describeKeeping(open: () => GatewayTrial): void {
  test("a checkout keeps a method only where we asked and the payer ticked", async () => {
    const trial = open()
    if (!trial.kept) return
    const keepFor = trial.newReference()
    for (const [asks, how] of [
      [true, "approve"],
      [false, "approve-and-keep"],
      [true, "approve-and-keep"],
    ] as const) {
      const wanted = checkoutOf(trial)
      const checkout = await trial.gateway().createCheckout({ ...wanted, ...(asks ? { keepFor } : {}) })
      expect(checkout.method).toBeNull()
      await trial.payer(checkout, how)
      const { state, method } = await trial.gateway().readCheckout(checkout.id)
      expect(state).toBe("paid")
      if (asks && how === "approve-and-keep") expect(method?.lastFour).toMatch(/^\d{4}$/)
      else expect(method).toBeNull()
    }
  })

  test("a page to leave a method: the same key is one page, found again; approved, declined, refused", async () => {
    const trial = open()
    if (!trial.kept) return
    const wanted = setupOf(trial)
    const kept = openKept(trial)
    const first = await kept.createSetup(wanted)
    expect(await openKept(trial).createSetup(wanted)).toEqual(first)
    expect(await openKept(trial).findSetup(wanted.reference)).toEqual(first)
    expect(await openKept(trial).findSetup(trial.newReference())).toBeUndefined()
    expect(await trial.kept.countSetups(wanted.reference)).toBe(1)
    await trial.kept.leave(first, "approves")
    const done = await openKept(trial).readSetup(first.id)
    expect(done).toMatchObject({ state: "done", reference: wanted.reference, decline: null })
    expect(done.method).toMatchObject({ lastFour: expect.stringMatching(/^\d{4}$/) })
    for (const how of ["decline", "refuse-authentication"] as const) {
      const refused = await openKept(trial).createSetup(setupOf(trial))
      await trial.kept.leave(refused, how)
      expect(await openKept(trial).readSetup(refused.id)).toMatchObject({ state: "declined", method: null })
    }
  })

  test("the same card left twice is known by its fingerprint, another one is not", async () => {
    const trial = open()
    if (!trial.kept) return
    const customer = trial.newReference()
    const first = await leaveMethod(trial, "approves", customer)
    const again = await leaveMethod(trial, "approves", customer)
    const other = await leaveMethod(trial, "declines-softly", customer)
    expect(again.fingerprint).toBe(first.fingerprint)
    expect(other.fingerprint).not.toBe(first.fingerprint)
  })
}

function describeCharging(open: () => GatewayTrial): void {
  test("charged while nobody is there: once for a key, found by our reference, in the list of charges", async () => {
    const trial = open()
    if (!trial.kept) return
    const wanted = chargeOf(trial, await leaveMethod(trial, "approves"))
    const first = await openKept(trial).chargeMethod(wanted)
    expect(first).toMatchObject({ state: "paid", reference: wanted.reference, decline: null })
    expect(first.charge).toMatchObject({ amount: wanted.amount, reference: wanted.reference })
    expect(await openKept(trial).chargeMethod(wanted)).toEqual(first)
    expect(await openKept(trial).findCharge(wanted.reference)).toEqual(first)
    expect(await openKept(trial).findCharge(trial.newReference())).toBeUndefined()
    expect(await trial.kept.countCharges(wanted.reference)).toBe(1)
    const listed: string[] = []
    for (let after: string | undefined; ; ) {
      const page = await trial.gateway().listCharges({ limit: 100, ...(after ? { after } : {}) })
      listed.push(...page.items.map(({ id }) => id))
      if (page.next === null) break
      after = page.next
    }
    expect(listed.filter((id) => id === first.charge?.id)).toHaveLength(1)
  })

  test("the same key for another amount is refused for good", async () => {
    const trial = open()
    if (!trial.kept) return
    const wanted = chargeOf(trial, await leaveMethod(trial, "approves"))
    await openKept(trial).chargeMethod(wanted)
    const other = { ...wanted, amount: money(1n, "KRW") }
    await expect(openKept(trial).chargeMethod(other)).rejects.toBeInstanceOf(GiveUp)
  })

  test.each([
    ["declines-softly", ["declined_soft", "insufficient_funds"]],
    ["declines-for-good", ["declined_hard", "expired", "invalid_instrument"]],
    ["wants-authentication", ["authentication_required"]],
  ] as const)("%s: an answer, not an error, and no money moved", async (doing, kinds) => {
    const trial = open()
    if (!trial.kept) return
    const wanted = chargeOf(trial, await leaveMethod(trial, doing))
    const found = await openKept(trial).chargeMethod(wanted)
    expect(found).toMatchObject({ state: "declined", charge: null })
    expect(kinds).toContain(found.decline)
    expect(await openKept(trial).findCharge(wanted.reference)).toEqual(found)
    expect(await trial.kept.countCharges(wanted.reference)).toBe(0)
  })

  test("forgotten, it is charged no more; forgetting twice is no error", async () => {
    const trial = open()
    if (!trial.kept) return
    const method = await leaveMethod(trial, "approves")
    await openKept(trial).forgetMethod(method)
    await openKept(trial).forgetMethod(method)
    const wanted = chargeOf(trial, method)
    const found = await openKept(trial)
      .chargeMethod(wanted)
      .catch((error: unknown) => error)
    if (found instanceof Error) expect(found).toBeInstanceOf(GiveUp)
    else expect(found).toMatchObject({ state: "declined", decline: "invalid_instrument" })
    expect(await trial.kept.countCharges(wanted.reference)).toBe(0)
  })
}

function describeLostAnswers(open: () => GatewayTrial): void {
  test.each(trialFaults)("createSetup, %s: one page", async (fault) => {
    const trial = open()
    if (!trial.kept) return
    const wanted = setupOf(trial)
    await trial.spoil("createSetup", fault)
    await tryOnce(fault, () => openKept(trial).createSetup(wanted))
    const left = await openKept(trial).findSetup(wanted.reference)
    if (fault.startsWith("worked") || fault === "slow") expect(left).toBeDefined()
    const again = await openKept(trial).createSetup(wanted)
    if (left) expect(again.id).toBe(left.id)
    expect(await trial.kept.countSetups(wanted.reference)).toBe(1)
  })

  test.each(trialFaults)(
    "chargeMethod, %s: looked up before it is tried again, one charge",
    async (fault) => {
      const trial = open()
      if (!trial.kept) return
      const wanted = chargeOf(trial, await leaveMethod(trial, "approves"))
      await trial.spoil("chargeMethod", fault)
      await tryOnce(fault, () => openKept(trial).chargeMethod(wanted))
      const left = await openKept(trial).findCharge(wanted.reference)
      if (fault.startsWith("worked") || fault === "slow") expect(left).toMatchObject({ state: "paid" })
      const again = await openKept(trial).chargeMethod(wanted)
      if (left) expect(again).toEqual(left)
      expect(await trial.kept.countCharges(wanted.reference)).toBe(1)
    },
  )

  test.each(trialFaults)("forgetMethod, %s: forgotten in the end", async (fault) => {
    const trial = open()
    if (!trial.kept) return
    const method = await leaveMethod(trial, "approves")
    await trial.spoil("forgetMethod", fault)
    const isSaidDone = await tryOnce(fault, async () => {
      await openKept(trial).forgetMethod(method)
      return true
    })
    // Who says that it is done must have done it; all others are asked again.
    if (!isSaidDone) await openKept(trial).forgetMethod(method)
    const wanted = chargeOf(trial, method)
    await openKept(trial)
      .chargeMethod(wanted)
      .catch((error: unknown) => expect(error).toBeInstanceOf(GiveUp))
    expect(await trial.kept.countCharges(wanted.reference)).toBe(0)
  })

  test.each(trialFaults)("reading, %s: says so and lies about nothing", async (fault) => {
    const trial = open()
    if (!trial.kept) return
    const setup = await openKept(trial).createSetup(setupOf(trial))
    const wanted = chargeOf(trial, await leaveMethod(trial, "approves"))
    await openKept(trial).chargeMethod(wanted)
    const reads: readonly [TrialCall, () => Promise<unknown>][] = [
      ["findSetup", () => openKept(trial).findSetup(setup.reference)],
      ["readSetup", () => openKept(trial).readSetup(setup.id)],
      ["findCharge", () => openKept(trial).findCharge(wanted.reference)],
    ]
    for (const [call, read] of reads) {
      const before = await read()
      await trial.spoil(call, fault)
      const during = await tryOnce(fault, read)
      if (during !== undefined) expect(during).toEqual(before)
      expect(await read()).toEqual(before)
    }
  })
}

/** A door of its own each time, so that one fault's breaker doesn't answer for the next. */
function openKept(trial: GatewayTrial): KeptMethods {
  const { kept } = trial.gateway()
  if (!kept) throw new Error("It says it keeps methods, and has none of the calls.")
  return kept
}

async function leaveMethod(
  trial: GatewayTrial,
  doing: LaterDoing,
  customer = trial.newReference(),
): Promise<KeptMethod> {
  const setup: Setup = await openKept(trial).createSetup({ ...setupOf(trial), customer })
  const { leave }: KeptTrial = trial.kept ?? missing()
  await leave(setup, doing)
  const { method } = await openKept(trial).readSetup(setup.id)
  return method ?? missing()
}

function missing(): never {
  throw new Error("The payer left a method, and there is none.")
}

function setupOf(trial: GatewayTrial): NewSetup {
  const reference = trial.newReference()
  return {
    reference,
    idempotencyKey: `setup:${reference}`,
    customer: trial.newReference(),
    language: "ko",
    returnUrl: "http://shop.test/portal/payment-methods",
  }
}

function chargeOf(trial: GatewayTrial, method: KeptMethod): NewMethodCharge {
  const reference = trial.newReference()
  return {
    method,
    reference,
    idempotencyKey: `charge:${reference}`,
    amount: money(11_000n, "KRW"),
    isTaxFree: false,
    description: "VPS S",
  }
}
