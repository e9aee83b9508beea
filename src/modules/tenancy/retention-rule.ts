import type { Say } from "#kit/refusal.ts"

/** How long something about people is kept, where, on which ground, and since when that holds. */
export interface RetentionRule {
  readonly id: RetentionId
  /** Of the seller: "KR". "*": where no rule of the country stands. */
  readonly country: string
  /** The first day on which it holds; a later rule of the same id and country takes its place. */
  readonly from: string
  readonly what: Say
  readonly basis: Say
  /** ISO 8601: "P5Y", "P6M", "PT24H". */
  readonly keep: string
  /** What a shop may choose; both the same where the law leaves no choice. */
  readonly atLeast: string
  readonly atMost: string
}

export const retentionIds = [
  "documents",
  "payments",
  "contracts",
  "complaints",
  "advertising-consent",
  "sign-ins",
  "mails",
  "unconfirmed-sign-ups",
  "gateway-notices",
  "answers",
  "exports",
] as const
export type RetentionId = (typeof retentionIds)[number]

/** The rule that holds for a seller on a day: the country's own before the general one, the newest of them. */
export function findRule(
  rules: readonly RetentionRule[],
  wanted: { readonly id: RetentionId; readonly country: string; readonly on: Temporal.PlainDate },
): RetentionRule {
  const holding = rules.filter(
    (rule) => rule.id === wanted.id && Temporal.PlainDate.compare(rule.from, wanted.on) <= 0,
  )
  const own = holding.filter(({ country }) => country === wanted.country)
  const general = holding.filter(({ country }) => country === "*")
  const newest = (own.length > 0 ? own : general).toSorted((one, other) =>
    Temporal.PlainDate.compare(other.from, one.from),
  )[0]
  if (!newest) throw new Error(`No rule says how long "${wanted.id}" is kept on ${wanted.on.toString()}.`)
  return newest
}

/** Whether a shop may keep it so long: compared by the calendar, from a day without a leap year near it. */
export function isWithin(rule: Pick<RetentionRule, "atLeast" | "atMost">, keep: string): boolean {
  const relativeTo = "2026-01-01"
  return (
    Temporal.Duration.compare(keep, rule.atLeast, { relativeTo }) >= 0 &&
    Temporal.Duration.compare(keep, rule.atMost, { relativeTo }) <= 0
  )
}
