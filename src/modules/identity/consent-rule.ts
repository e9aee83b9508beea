/** How often consent to advertising is asked again, and what silence means: dated, per country of the seller. */
export interface ConsentRule {
  readonly country: string
  readonly from: string
  readonly everyYears: number
  /** So long an answer is awaited. */
  readonly answerDays: number
  readonly unanswered: "kept" | "withdrawn"
}

export const consentRules: readonly ConsentRule[] = [
  // Network act article 50(8), decree article 62-3: told every two years; the regulator reads silence as "as before".
  { country: "KR", from: "2014-11-29", everyYears: 2, answerDays: 14, unanswered: "kept" },
  // GDPR has no term; consent that nobody has thought of for two years is not relied on (guidelines 05/2020, 110-111).
  { country: "*", from: "2018-05-25", everyYears: 2, answerDays: 30, unanswered: "withdrawn" },
]

export function findConsentRule(
  rules: readonly ConsentRule[],
  { country, on }: { readonly country: string; readonly on: Temporal.PlainDate },
): ConsentRule {
  const holding = rules
    .filter((rule) => Temporal.PlainDate.compare(rule.from, on) <= 0)
    .toSorted((one, other) => Temporal.PlainDate.compare(other.from, one.from))
  const rule = holding.find((one) => one.country === country) ?? holding.find((one) => one.country === "*")
  if (!rule) throw new Error(`No rule about asking again holds on ${on.toString()}.`)
  return rule
}
