import type { Mutant } from "./mutant.ts"

const terms = ["scenarios/credit-terms.test.ts"]

/** Where papers are written by hand, and paid after they were issued. */
export const mutantsOfPapers: readonly Mutant[] = [
  {
    name: "a customer on terms goes on owing while an invoice is overdue",
    file: "src/modules/billing/plan-terms.ts",
    search: "if (isOverdue || ",
    replacement: "if (",
    breaks: "more and more is delivered to somebody who doesn't pay",
    tests: ["src/modules/billing/plan-terms.test.ts", ...terms],
  },
  {
    name: "dunning looks at the end of the paid time alone",
    file: "src/modules/billing/due-day.ts",
    search: "  if (!one.owedOn) return end\n",
    replacement: "  if (one.owedOn !== undefined) return end\n",
    breaks: "an invoice on terms is never asked for again",
    tests: ["src/modules/billing/due-day.test.ts", ...terms],
  },
  {
    name: "a credit note about an unpaid invoice leaves the request as it was",
    file: "src/modules/billing/reduce-owed.ts",
    search: "    .set({ creditedMinor, fromCreditMinor: 0n,",
    replacement: "    .set({ fromCreditMinor: 0n,",
    breaks: "the customer is asked for what was taken back",
    tests: terms,
  },
  {
    name: "an invoice's papers are put right without its row held",
    file: "src/modules/billing/reissue-invoice.ts",
    search: "  await hold(ctx, reach, invoiceId)\n",
    replacement: "",
    breaks: "of two at once the second one breaks off instead of finding it done",
    tests: ["scenarios/reissue.test.ts"],
  },
  {
    name: "a quote that was accepted is ordered again",
    file: "src/modules/paperwork/accept-quote.ts",
    search: `  if (quote.state === "accepted") return quote\n`,
    replacement: "",
    breaks: "a second click is refused instead of finding the order",
    tests: ["scenarios/quotes.test.ts"],
  },
  {
    name: "a late fee above what the law lets",
    file: "src/modules/fees/plan-late-fee.ts",
    search: "wished < most ? wished : most",
    replacement: "wished",
    breaks: "more is asked for than the law lets",
    tests: ["src/modules/fees/plan-late-fee.test.ts"],
  },
]
