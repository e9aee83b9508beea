import type { HistoryFacts, Seen } from "./history.ts"
import { planExplanations } from "./plan-explanations.ts"

/** Lines whose own reasoning, followed anew, comes to another amount than they have. */
export function findUnexplained({ tax }: HistoryFacts, seen: readonly Seen[]): string[] {
  return seen.flatMap((one) => {
    if (one.kind !== "paid") return []
    const { lines } = one.paid.document
    const explained = planExplanations({
      taxIncluded: tax.taxIncluded,
      taxLabel: { en: "VAT", ko: "부가세" },
      lines,
      language: "en",
    })
    return lines.filter((_, index) => !explained[index]?.isSame).map(({ words }) => words)
  })
}
