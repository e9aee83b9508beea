import { expect, test } from "vitest"
import { money } from "#kit/money.ts"
import type { Refund } from "./payment-refund-row.ts"
import { planFoundRefunds } from "./plan-found-refunds.ts"

const won = (minor: bigint) => money(minor, "KRW")
const paid = won(11_000n)

const ours = (id: string, minor: bigint, state: Refund["state"], gatewayRefundId: string | null = null) => ({
  id,
  state,
  amount: won(minor),
  gatewayRefundId,
})
const theirs = (id: string, minor: bigint, reference = "") => ({
  id,
  reference,
  chargeId: "ch_1",
  amount: won(minor),
  feeMinor: 30n,
})
const plan = (known: ReturnType<typeof ours>[], found: ReturnType<typeof theirs>[]) =>
  planFoundRefunds(paid, known, found)

test("what we sent, or are about to write down, is no news", () => {
  const nothing = { fulfilled: [], foreign: [] }
  expect(plan([], [])).toEqual(nothing)
  expect(plan([ours("rfd_1", 4_000n, "done", "re_1")], [theirs("re_1", 4_000n, "rfd_1")])).toEqual(nothing)
  expect(plan([ours("rfd_1", 4_000n, "wanted")], [theirs("re_1", 4_000n, "rfd_1")])).toEqual(nothing)
  expect(plan([ours("rfd_1", 4_000n, "seen", "re_1")], [theirs("re_1", 4_000n)])).toEqual(nothing)
  expect(plan([ours("rfd_1", 4_000n, "unclear", "re_1")], [theirs("re_1", 4_000n)])).toEqual(nothing)
})

test("a part sent by hand is news, beside what we sent and what we may still send", () => {
  const news = { fulfilled: [], foreign: [{ gatewayRefundId: "re_2", feeMinor: 30n, minor: 5_000n }] }
  const sent = ours("rfd_1", 4_000n, "done", "re_1")
  expect(plan([sent], [theirs("re_1", 4_000n, "rfd_1"), theirs("re_2", 5_000n)])).toEqual(news)
  expect(plan([ours("rfd_1", 6_000n, "wanted")], [theirs("re_2", 5_000n)])).toEqual(news)
})

test("ours that doesn't fit any more is what was sent by hand; the rest of that is news", () => {
  const wanted = ours("rfd_1", 4_000n, "wanted")
  const fulfilled = [{ refundId: "rfd_1", gatewayRefundId: "re_2", feeMinor: 30n }]
  expect(plan([wanted], [theirs("re_2", 11_000n)])).toEqual({
    fulfilled,
    foreign: [{ gatewayRefundId: "re_2", feeMinor: null, minor: 7_000n }],
  })
  const whole = ours("rfd_1", 11_000n, "wanted")
  expect(plan([whole], [theirs("re_2", 11_000n)])).toEqual({ fulfilled, foreign: [] })
  // Half of what we owe was sent by hand: the two are told apart, and a person decides.
  expect(plan([ours("rfd_1", 8_000n, "wanted")], [theirs("re_2", 5_000n)])).toEqual({
    fulfilled: [],
    foreign: [{ gatewayRefundId: "re_2", feeMinor: 30n, minor: 5_000n }],
  })
})

test("sent a second time under our own reference, it is news", () => {
  const sent = ours("rfd_1", 4_000n, "done", "re_2")
  expect(plan([sent], [theirs("re_2", 4_000n), theirs("re_1", 4_000n, "rfd_1")])).toEqual({
    fulfilled: [],
    foreign: [{ gatewayRefundId: "re_1", feeMinor: 30n, minor: 4_000n }],
  })
})
