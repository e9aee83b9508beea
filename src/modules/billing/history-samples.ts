import fc from "fast-check"
import { type Currency, money } from "#kit/money.ts"
import type { HistoryAct, HistoryFacts } from "./history.ts"
import type { KeptDiscount } from "./price-cycles.ts"

/** On both sides of the date line, with half hours, without and with a change of the clocks, also at midnight. */
export const zones = [
  "Asia/Seoul",
  "Europe/Berlin",
  "Europe/London",
  "America/New_York",
  "America/Los_Angeles",
  "America/Sao_Paulo",
  "Asia/Kolkata",
  "Australia/Lord_Howe",
  "Pacific/Auckland",
  "Pacific/Kiritimati",
  "Africa/Cairo",
  "Atlantic/Azores",
] as const

const taxes = [
  { taxIncluded: true, taxRate: { numerator: 10n, denominator: 100n } },
  { taxIncluded: false, taxRate: { numerator: 19n, denominator: 100n } },
  { taxIncluded: false, taxRate: { numerator: 0n, denominator: 100n } },
  { taxIncluded: true, taxRate: { numerator: 55n, denominator: 1000n } },
]

const discount = (position: number) =>
  fc
    .record({
      isPercent: fc.boolean(),
      size: fc.integer({ min: 1, max: 100 }),
      periods: fc.option(fc.integer({ min: 1, max: 6 }), { nil: null }),
    })
    .map(
      ({ isPercent, size, periods }): KeptDiscount => ({
        id: `cpn_${position}`,
        code: `C${position}`,
        percent: isPercent ? String(size) : null,
        amountMinor: isPercent ? null : String(size * 50),
        periods,
        isExclusive: false,
        planIds: [],
      }),
    )

const facts: fc.Arbitrary<HistoryFacts> = fc
  .record({
    zone: fc.constantFrom(...zones),
    minutes: fc.integer({ min: 0, max: 4 * 366 * 24 * 60 }),
    cycle: fc.constantFrom(
      "daily",
      "monthly",
      "monthly",
      "quarterly",
      "semiannual",
      "annual",
      "biennial",
      "triennial",
    ),
    minor: fc.oneof(fc.integer({ min: 1, max: 200_000 }), fc.constantFrom(0, 33, 890, 11_000)),
    currency: fc.constantFrom<Currency>("KRW", "USD", "EUR"),
    quantity: fc.integer({ min: 1, max: 5 }),
    discounts: fc.oneof(
      { weight: 2, arbitrary: fc.constant([]) },
      { weight: 1, arbitrary: fc.tuple(discount(1)) },
      { weight: 1, arbitrary: fc.tuple(discount(1), discount(2)) },
    ),
    tax: fc.constantFrom(...taxes),
    latePolicy: fc.constantFrom("from_the_old_end", "from_payment"),
  })
  .map(({ minutes, minor, currency, ...rest }) => ({
    ...rest,
    beginsAt: Temporal.Instant.from("2026-01-01T00:00:00Z").add({ minutes }),
    unit: money(BigInt(minor), currency),
  })) as fc.Arbitrary<HistoryFacts>

/** Mostly a day's run, often after days that were missed; now and then somebody does something. */
const act: fc.Arbitrary<HistoryAct> = fc.record({
  hours: fc.oneof(
    { weight: 6, arbitrary: fc.integer({ min: 12, max: 40 }) },
    { weight: 5, arbitrary: fc.integer({ min: 48, max: 300 }) },
    { weight: 1, arbitrary: fc.integer({ min: 300, max: 9_000 }) },
  ),
  kind: fc.oneof(
    { weight: 16, arbitrary: fc.constant("run" as const) },
    { weight: 9, arbitrary: fc.constant("pay" as const) },
    { weight: 4, arbitrary: fc.constantFrom("extend" as const, "pause" as const, "keep" as const) },
    { weight: 1, arbitrary: fc.constantFrom("cancel" as const, "resume" as const) },
  ),
  size: fc.integer({ min: 1, max: 12 }),
})

/** Anything that can befall one agreement within some years. */
export const histories = fc.record({
  facts,
  acts: fc.array(act, { minLength: 1, maxLength: 60, size: "max" }),
})

/** A Korean shop's plainest: paid by the month from the 31st on. */
export function plainFacts(zone: string): HistoryFacts {
  return {
    zone,
    beginsAt: Temporal.Instant.from("2027-01-31T10:30:00Z"),
    cycle: "monthly",
    unit: money(11_000n, "KRW"),
    quantity: 1,
    discounts: [],
    tax: { taxIncluded: true, taxRate: { numerator: 10n, denominator: 100n } },
    latePolicy: "from_the_old_end",
  }
}

/** So many months, each asked for and paid in time. */
export function paidMonths(count: number): HistoryAct[] {
  const month: HistoryAct[] = [
    { kind: "run", hours: 24 * 26, size: 1 },
    { kind: "pay", hours: 24 * 2, size: 1 },
    { kind: "run", hours: 57, size: 1 },
  ]
  return Array.from({ length: count }, () => month).flat()
}
