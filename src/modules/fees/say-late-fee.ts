import type { Language } from "#kit/refusal.ts"

/** What the customer reads on the request: for which invoice, and why. */
export function sayLateFee(
  late: { readonly number: string; readonly dueOn: Temporal.PlainDate; readonly days: number },
  language: Language,
): string {
  const { number, dueOn, days } = late
  return language === "ko"
    ? `연체료 · 거래명세서 ${number} (결제 기한 ${dueOn}, ${days}일 경과)`
    : `Late fee · invoice ${number} (due on ${dueOn}, ${days} days late)`
}
