import { describe, expect, test } from "vitest"
import { money } from "#kit/money.ts"
import type { Attempt } from "./attempt.ts"
import { declineKinds } from "./decline.ts"
import type { MethodCharge } from "./gateways/gateway.ts"
import { planMethodCharge } from "./plan-method-charge.ts"
import { declineRules } from "./severity.ts"

const now = Temporal.Instant.from("2027-01-10T00:00:00Z")
const amount = money(11_000n, "KRW")
const attempt: Attempt = {
  id: "pay_1",
  reference: "prq_1",
  accountId: "acc_1",
  endpointId: "wep_1",
  gateway: "sandbox-card",
  amount,
  description: "VPS S",
  language: "ko",
  methodId: "pmt_1",
  asksToKeep: false,
  state: "created",
  checkoutId: null,
  redirectUrl: null,
  expiresAt: null,
  chargeId: null,
  taxMinor: null,
  feeMinor: null,
  payerCountry: null,
  decline: null,
  createdAt: now.subtract({ hours: 1 }),
  claimedAt: now.subtract({ minutes: 11 }),
  settledAt: null,
}
const charge = {
  id: "ch_1",
  reference: "pay_1",
  amount,
  refundedMinor: 0n,
  taxMinor: 1_000n,
  feeMinor: 319n,
  payerCountry: "DE",
  disputedAt: null,
  createdAt: now,
}
const paid: MethodCharge = { id: "pi_1", reference: "pay_1", state: "paid", charge, decline: null }
const plan = (found: MethodCharge | undefined, changes: Partial<Attempt> = {}, mayStillBeCharged = false) =>
  planMethodCharge({ ...attempt, ...changes }, { found, mayStillBeCharged }, now)

describe("what a look at the gateway means", () => {
  test("paid settles, also what we had given up; a second look plans nothing", () => {
    const settle = {
      act: "settle",
      checkoutId: null,
      chargeId: "ch_1",
      taxMinor: 1_000n,
      feeMinor: 319n,
      payerCountry: "DE",
    }
    expect(plan(paid)).toEqual(settle)
    expect(plan(paid, { state: "abandoned" })).toEqual(settle)
    expect(plan(paid, { state: "settled", chargeId: "ch_1" }).act).toBe("nothing")
  })

  test("another amount, another charge or another's reference is for a person", () => {
    const other = { ...charge, amount: money(1n, "KRW") }
    expect(plan({ ...paid, charge: other }).act).toBe("alarm")
    expect(plan(paid, { state: "settled", chargeId: "ch_0" }).act).toBe("alarm")
    expect(plan({ ...paid, reference: "pay_2" }).act).toBe("alarm")
  })

  test("a no is a no, and one that the bank still thinks about is none", () => {
    const declined = { ...paid, state: "declined", charge: null, decline: "expired" } as const
    expect(plan(declined)).toEqual({ act: "decline", checkoutId: null, decline: "expired" })
    expect(plan({ ...paid, state: "pending", charge: null }).act).toBe("nothing")
    expect(plan(declined, { state: "settled", chargeId: "ch_1" }).act).toBe("nothing")
  })

  test("nothing there is nothing done only when nobody can be about to charge it", () => {
    expect(plan(undefined).act).toBe("abandon")
    expect(plan(undefined, {}, true).act).toBe("nothing")
    expect(plan(undefined, { claimedAt: now.subtract({ minutes: 9 }) }).act).toBe("nothing")
    expect(plan(undefined, { claimedAt: null }).act).toBe("abandon")
    expect(plan(undefined, { state: "settled", chargeId: "ch_1" }).act).toBe("nothing")
  })
})

describe("what a no means for a saved method", () => {
  test("every kind of no has its rule, and only a soft one is ever tried again by itself", () => {
    for (const kind of declineKinds) {
      const { severity, again, methodBecomes, asksFor } = declineRules[kind]
      expect(again === "another_hour", kind).toBe(severity === "soft")
      expect(asksFor === "nothing", kind).toBe(severity === "soft")
      if (severity === "soft") expect(methodBecomes, kind).toBe("usable")
    }
  })

  test("dead cards never, and who must confirm is asked", () => {
    const dead = declineKinds.filter((kind) => declineRules[kind].methodBecomes === "dead")
    expect(dead).toEqual(["declined_hard", "expired", "invalid_instrument"])
    expect(declineRules.authentication_required).toMatchObject({ asksFor: "payer", again: "never" })
  })
})
