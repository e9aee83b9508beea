import { expect, test } from "vitest"
import { money } from "#kit/money.ts"
import { recomputeAmount } from "./line-rule.ts"
import { planDigest } from "./plan-digest.ts"
import { planDocument } from "./plan-document.ts"
import { groupRenewals, planDueDay, planRenewalLines, planStretch } from "./renewal-lines.ts"
import type { RunningSubscription } from "./subscription.ts"

const day = (text: string) => Temporal.PlainDate.from(text)
const at = Temporal.Instant.from("2027-01-31T00:00:00Z")

function running(changes: Partial<RunningSubscription> = {}): RunningSubscription {
  return {
    id: "sub_a",
    accountId: "acc_a",
    accountName: "A",
    subject: "svc_a",
    orderId: null,
    planId: "pln_a",
    versionId: null,
    priceId: "prc_a",
    words: { en: "VPS S · a.example", ko: "VPS S · a.example" },
    unit: money(11_000n, "KRW"),
    orderItemId: null,
    parts: [],
    discounts: [],
    quantity: 1,
    quantityBefore: null,
    quantityUntil: null,
    quantityLeast: null,
    quantityMost: null,
    cycle: "monthly",
    state: "active",
    collection: "manual",
    methodId: null,
    paidAt: at,
    firstInvoiceId: null,
    trialDays: null,
    trialLonger: null,
    trialUntil: null,
    trialConsentAt: null,
    billingDay: null,
    anchorOn: day("2027-01-31"),
    anchorNumber: 0,
    periodNumber: 1,
    periodStart: day("2027-01-31"),
    periodEnd: day("2027-02-28"),
    nextRequestOn: null,
    requestId: null,
    trouble: null,
    freeUntil: null,
    cancelAtEnd: false,
    cancelReason: null,
    cancelAskedAt: null,
    overdueOn: null,
    suspendedOn: null,
    graceUntil: null,
    pauseFrom: null,
    pauseUntil: null,
    cancelComment: null,
    memo: null,
    deletedAt: null,
    purchaseOrder: null,
    endedAt: null,
    createdAt: at,
    ...changes,
  }
}

test("a renewal after a short month goes on to the anchor's own day", () => {
  const { start, end } = planStretch(running(), 1)
  expect([start.toString(), end.toString()]).toEqual(["2027-02-28", "2027-03-31"])
})

test("an extension of three cycles covers what three renewals would have covered", () => {
  let one = running()
  for (let renewals = 0; renewals < 3; renewals++) {
    const { start, end } = planStretch(one, 1)
    one = running({ periodNumber: one.periodNumber + 1, periodStart: start, periodEnd: end })
  }
  expect(one.periodEnd.toString()).toBe("2027-05-31")
  expect(planStretch(running(), 3).end.toString()).toBe("2027-05-31")
})

test("a line's reason recomputes to its amount, for one cycle and for twelve", () => {
  const lines = [
    ...planRenewalLines([running({ quantity: 2 })], 1, "en"),
    ...planRenewalLines([running()], 12, "ko"),
  ]
  expect(lines.map((line) => line.words)).toEqual([
    "VPS S · a.example (1 month)",
    "VPS S · a.example (12개월)",
  ])
  const settings = { taxIncluded: true, taxRate: { numerator: 1n, denominator: 10n } }
  const plan = planDocument({ currency: "KRW", settings, lines })
  expect(plan.lines.map((line) => line.gross.minor)).toEqual([22_000n, 132_000n])
  for (const { gross, reason } of plan.lines) expect(gross.minor).toBe(reason.unit.minor * reason.quantity)
})

test("a turn that the billing day cuts short says its days, and whatever whole ones come with it", () => {
  const short = running({ billingDay: 15 })
  const wordsOf = (cycles: number, language: "en" | "ko") =>
    planRenewalLines([short], cycles, language)[0]?.words
  // From 28 February to 14 March.
  expect(wordsOf(1, "en")).toBe("VPS S · a.example (15 days)")
  expect(wordsOf(1, "ko")).toBe("VPS S · a.example (15일)")
  expect(wordsOf(3, "en")).toBe("VPS S · a.example (15 days + 2 months)")
  expect(wordsOf(2, "ko")).toBe("VPS S · a.example (15일 + 1개월)")
})

test("all of an account in one currency go onto one request, due when the first of them ends", () => {
  const one = running()
  const later = running({ id: "sub_b", periodEnd: day("2027-03-05") })
  const dollars = running({ id: "sub_c", unit: money(999n, "USD") })
  const others = running({ id: "sub_d", accountId: "acc_b" })
  // Nobody's card is charged for what is paid by hand.
  const automatic = running({ id: "sub_e", collection: "automatic", methodId: "pmt_a" })
  const groups = groupRenewals([one, later, dollars, others, automatic])
  expect(groups.map((group) => group.map(({ id }) => id))).toEqual([
    ["sub_a", "sub_b"],
    ["sub_c"],
    ["sub_d"],
    ["sub_e"],
  ])
  // More than one paper holds goes onto as many as it fills.
  const many = Array.from({ length: 1_001 }, (_, index) => running({ id: `sub_${index}` }))
  expect(groupRenewals(many).map((group) => group.length)).toEqual([500, 500, 1])
  expect(planDueDay([later, one], day("2027-02-20")).toString()).toBe("2027-02-27")
  expect(planDueDay([one], day("2027-03-09")).toString()).toBe("2027-03-09")
})

test("twelve services are one mail: the weightiest word of each, and nothing of what was paid since", () => {
  const note = (id: string, subscriptionId: string, kind: "request" | "reminder" | "overdue") => ({
    id,
    subscriptionId,
    kind,
    lastDay: day("2027-02-27"),
  })
  const notes = [
    note("1", "sub_a", "request"),
    note("2", "sub_a", "reminder"),
    note("3", "sub_b", "overdue"),
    note("4", "sub_paid", "overdue"),
    note("5", "sub_gone", "overdue"),
  ]
  const unpaidFrom = new Map([
    ["sub_a", day("2027-02-28")],
    ["sub_b", day("2027-02-28")],
    ["sub_paid", day("2027-03-31")],
  ])
  expect(planDigest({ notes, unpaidFrom }).map(({ id }) => id)).toEqual(["3", "2"])
})

test("cut short by the billing day it costs its days, says so, and later ones are whole", () => {
  const aligned = running({ billingDay: 1 })
  const [short, three] = [1, 3].map((cycles) => planRenewalLines([aligned], cycles, "en")[0])
  const settings = { taxIncluded: true, taxRate: { numerator: 1n, denominator: 10n } }
  const { share, end, anchorOn, anchorNumber } = planStretch(aligned, 1)
  expect(share).not.toBeNull()
  expect([end.day, anchorOn.equals(end), anchorNumber]).toEqual([1, true, aligned.periodNumber + 1])
  const { days = 0, of = 1 } = share ?? {}
  const part = (11_000n * BigInt(days) * 2n + BigInt(of)) / (2n * BigInt(of))
  expect(short?.unit.minor).toBe(part)
  expect(three?.unit.minor).toBe(part + 22_000n)
  for (const line of [short, three]) {
    if (!line) throw new Error("No line.")
    const plan = planDocument({ currency: "KRW", settings, lines: [line] })
    expect(plan.lines[0] && recomputeAmount(plan.lines[0].reason).minor).toBe(line.unit.minor)
  }
  expect(planStretch(aligned, 3).end.equals(end.add({ months: 2 }))).toBe(true)
})
