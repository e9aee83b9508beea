import fc from "fast-check"
import { expect, test } from "vitest"
import { checkAccount } from "./account-check.ts"
import { playAccount } from "./account-life.ts"
import { accounts } from "./account-samples.ts"
import type { AccountAct, AccountFacts, AccountLife } from "./account-state.ts"

test("whatever befalls an account's money, its papers and books are those of a slow count", () => {
  fc.assert(
    fc.property(accounts, ({ facts, acts }) => {
      expect(checkAccount(playAccount(facts, acts))).toEqual([])
    }),
    { numRuns: 400, seed: 1 },
  )
})

const facts: AccountFacts = {
  zone: "Asia/Seoul",
  beginsAt: Temporal.Instant.from("2027-05-31T03:00:00Z"),
  rules: {
    currency: "KRW",
    taxIncluded: true,
    taxRate: { numerator: 10n, denominator: 100n },
    latePolicy: "from_the_old_end",
    withdrawalDays: 7,
    refund: { windowDays: 14, basis: "by_days", feeMinor: 0n, capPercent: 100 },
    leastMinor: 100n,
  },
  plans: [30_000n, 60_000n, 90_000n],
  coupons: [{ id: "cpn_0", percent: 10, amountMinor: null, periods: null, mostUses: 1, planIds: [] }],
}

const act = (more: Partial<AccountAct> & Pick<AccountAct, "kind">): AccountAct => ({
  hours: 24,
  which: 0,
  other: 0,
  size: 0,
  ...more,
})

test("a sum, a day, a number, a use and a posting that are wrong are each noticed, by their name", () => {
  const life = playAccount(facts, [
    act({ kind: "order", other: 1 }),
    act({ kind: "order", other: 1 }),
    act({ kind: "pay", which: 1 }),
    act({ kind: "take back" }),
  ])
  expect(life.moves.map(({ kind }) => kind)).toEqual([
    "coupon",
    "bought",
    "coupon",
    "bought",
    "prolonged",
    "taken back",
  ])
  expect(checkAccount(life)).toEqual([])
  const about = (changed: Partial<AccountLife>) =>
    new Set(checkAccount({ ...life, ...changed }).map((wrong) => wrong.about))
  const dearer = { ...facts, plans: [31_000n, 60_000n, 90_000n] }
  expect(about({ moves: playAccount(dearer, [act({ kind: "order" })]).moves })).toContain("books")
  const moved = life.moves.map((move) =>
    move.kind === "prolonged" ? { ...move, line: { ...move.line, start: move.today } } : move,
  )
  expect(about({ moves: moved })).toEqual(new Set(["days"]))
  const wrongly = life.moves.map((move) => (move.kind === "coupon" ? { ...move, isGiven: true } : move))
  expect(about({ moves: wrongly })).toEqual(new Set(["coupons"]))
  const unsent = life.moves.map((move) => (move.kind === "taken back" ? { ...move, credits: [] } : move))
  expect(about({ moves: unsent })).toEqual(new Set(["refunds", "books"]))
  const [first, ...others] = life.book.papers
  expect(about({ book: { ...life.book, papers: others } })).toEqual(new Set(["numbers"]))
  if (!first) throw new Error("Nothing was issued.")
  const odd = { ...first, tax: first.tax + 1n }
  expect(about({ book: { ...life.book, papers: [odd, ...others] } })).toEqual(new Set(["taxes", "amounts"]))
})

test("a change that makes one paid time cheaper and another dearer is not offered, for no bill has a line below zero", () => {
  const first = {
    id: "cpn_0",
    percent: 90,
    amountMinor: null,
    periods: 1,
    mostUses: null,
    planIds: ["pln_0"],
  }
  const shop = { ...facts, plans: [30_000n, 20_000n], coupons: [first] }
  const life = playAccount(shop, [
    act({ kind: "order", which: 3, other: 1 }),
    act({ kind: "pay", which: 31 }),
    act({ kind: "change", which: 0, other: 1 }),
  ])
  expect(life.moves.map(({ kind }) => kind)).toEqual(["coupon", "bought", "prolonged"])
  expect(checkAccount(life)).toEqual([])
})

test("a coupon that takes nothing off leaves the price to the others", () => {
  const tenth = { percent: 10, amountMinor: null, periods: null, mostUses: null, planIds: [] }
  const coupons = ["cpn_0", "cpn_1"].map((id) => ({ id, ...tenth }))
  const life = playAccount({ ...facts, plans: [3n], coupons }, [act({ kind: "order", other: 3 })])
  expect(life.moves).toMatchObject([{ kind: "bought", line: { gross: 3n } }])
  expect(checkAccount(life)).toEqual([])
})
