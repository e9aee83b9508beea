import type { Mutant } from "./mutant.ts"

const racing = ["scenarios/race.test.ts"]
const golden = ["proofs/parts/golden.test.ts"]

/** Where time that recurs is asked for, paid, changed and taken back. */
export const mutantsOfRenewals: readonly Mutant[] = [
  {
    name: "the run's rows are not locked",
    file: "src/modules/billing/renew-due.ts",
    search: `    .limit(MOST_AT_ONCE)
    .for("update")`,
    replacement: "    .limit(MOST_AT_ONCE)",
    breaks: "two runs that overlap ask twice for one time",
    tests: racing,
    named: "two billing runs that overlap",
  },
  {
    name: "a card is charged at every look",
    file: "src/modules/billing/charge-days.ts",
    search: "  if (triedOn === null) return true\n",
    replacement: "  if (triedOn === null || past >= 0) return true\n",
    breaks: "two runs on one day charge twice",
    tests: ["src/modules/billing/charge-days.test.ts"],
  },
  {
    name: "a period is counted from the one before",
    file: "src/modules/billing/period.ts",
    search: "end: dayAfter(anchor, cycle, number) }",
    replacement: "end: dayAfter(dayAfter(anchor, cycle, number - 1), cycle, 1) }",
    breaks: "31 January is followed by 28 February and then by 28 March",
    tests: ["src/modules/billing/period.test.ts"],
  },
  {
    name: "tax is rounded line by line",
    file: "src/modules/billing/plan-document.ts",
    search: `  return spread(
    isWithin ? taxInsideHalfUp(whole, rate) : takeRateHalfUp(whole, rate),
    amounts.map(({ minor }) => minor),
  )`,
    replacement: `  return spread(whole, amounts.map(({ minor }) => minor)).map((share) =>
    isWithin ? taxInsideHalfUp(share, rate) : takeRateHalfUp(share, rate),
  )`,
    breaks: "0.18 of tax where the law wants 0.19",
    tests: ["src/modules/billing/plan-document.test.ts"],
  },
  {
    name: "the number is taken in its lock and the date before it",
    file: "src/modules/billing/take-numbers.ts",
    search: `    issuedOn,
    number:`,
    replacement: `    issuedOn: today,
    number:`,
    breaks: "a paper is dated before the one with the number before",
    tests: ["src/modules/billing/settle-payment-request.test.ts"],
    named: "the year turns",
  },
  {
    name: "the day of a change belongs to the old plan",
    file: "src/modules/billing/plan-change.ts",
    search: "const daysLeft = daysOf({ start: changeOn, end: period.end })",
    replacement: "const daysLeft = daysOf({ start: changeOn, end: period.end }) - 1n",
    breaks: "one day is paid twice",
    tests: ["src/modules/billing/plan-change.test.ts"],
  },
  {
    name: "a refund may pass what is left on the papers",
    file: "src/modules/billing/plan-refund.ts",
    search: "const most = smaller(fraction(refundable.minor), fraction(paid.minor))",
    replacement: "const most = fraction(paid.minor)",
    breaks: "more goes back than is still there",
    tests: ["src/modules/billing/plan-refund.test.ts"],
  },
  {
    name: "a credit note may pass what is left of a line",
    file: "src/modules/billing/plan-credit.ts",
    search: " || gross.minor > restOf(line).minor",
    replacement: "",
    breaks: "the same won is credited twice",
    tests: ["src/modules/billing/plan-credit.test.ts"],
  },
  {
    name: "after a change of plan the coupon is forgotten in a refund",
    file: "src/modules/billing/list-purchases.ts",
    search: "fullPrice(facts, tax, { isList: true })",
    replacement: "paid",
    breaks: "the rest's discount is given back as well",
    tests: golden,
    named: "upgrade-coupon-refund",
  },
  {
    name: "a day's close is booked on the day after",
    file: "src/modules/revenue/post-revenue.ts",
    search: "        on: day,\n",
    replacement: "",
    breaks: "a month's last day stands in the next month's books",
    tests: golden,
    named: "downgrade",
  },
  {
    name: "what is left after a credit note is earned at the old pace",
    file: "src/modules/revenue/release-credited.ts",
    search: `, counted_from = share.since,
        counted_minor = t.recognised_minor`,
    replacement: "",
    breaks: "revenue comes early and then stops",
    tests: golden,
    named: "downgrade",
  },
  {
    name: "a dearer plan is earned at once",
    file: "src/modules/revenue/defer-paid.ts",
    search: "where p.changed_on is not null and l.gross_minor > 0",
    replacement: "where p.changed_on is not null and l.gross_minor < 0",
    breaks: "the rest of a year stands in one day's revenue",
    tests: golden,
    named: "upgrade-coupon-refund",
  },
]
