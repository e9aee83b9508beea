import type { Mutant } from "./mutant.ts"

const tests = ["proofs/parts/account-life.test.ts"]

/** What a random life of an account with several agreements runs into, sooner or later. */
export const mutantsOfLives: readonly Mutant[] = [
  {
    name: "the day of a change of plan belongs to the old plan",
    file: "src/modules/billing/plan-change.ts",
    search: "daysOf({ start: changeOn, end: period.end })",
    replacement: "daysOf({ start: changeOn.add({ days: 1 }), end: period.end })",
    breaks: "every change of plan is a day off",
    tests,
  },
  {
    name: "a change of plan that makes one time cheaper and another dearer is let through",
    file: "src/modules/orders/plan-wish.ts",
    search: 'change?.outcome === "pay" && change.parts.some(isCheaper)',
    replacement: "false",
    breaks: "the customer's change ends in an error, for no bill has a line below zero",
    tests,
  },
  {
    name: "a coupon is given once more than its limit",
    file: "src/modules/catalog/coupon.ts",
    search: "coupon.uses >= coupon.mostUses",
    replacement: "coupon.uses > coupon.mostUses",
    breaks: "one order too many at the lower price",
    tests,
  },
  {
    name: "a coupon that takes nothing off takes part in how the others are rounded",
    file: "src/modules/orders/discount-items.ts",
    search: "return off.length === steps.length ? { charged, off } : takeOff({ plan, chosen }, used)",
    replacement: "return used.length >= 0 ? { charged, off } : takeOff({ plan, chosen }, used)",
    breaks: "the first bill is a coin off the next ones",
    tests,
  },
  {
    name: "a coupon for the first periods lasts one longer",
    file: "src/modules/billing/plan-discount.ts",
    search: "facts.periodNumber < periods",
    replacement: "facts.periodNumber <= periods",
    breaks: "a discount that was over is given once more",
    tests,
  },
  {
    name: "the tax of a part that is taken back forgets the parts before it",
    file: "src/modules/billing/plan-credit.ts",
    search: "line.tax.minor * (line.creditedGross.minor + gross.minor)",
    replacement: "line.tax.minor * gross.minor",
    breaks: "notes of one line take back another tax than it has",
    tests,
  },
  {
    name: "a refund's fee is forgotten",
    file: "src/modules/billing/plan-refund.ts",
    search: "fraction(rule.fee?.minor ?? 0n)",
    replacement: "fraction(0n)",
    breaks: "the house gives back what it keeps by its own policy",
    tests,
  },
  {
    name: "a paper is dated by a clock that was set back",
    file: "src/modules/billing/plan-number.ts",
    search: "Temporal.PlainDate.compare(last, today) > 0 ? last : today",
    replacement: "Temporal.PlainDate.compare(last, today) > 9 ? last : today",
    breaks: "numbers run against their days",
    tests,
  },
]
