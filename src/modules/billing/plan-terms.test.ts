import { expect, test } from "vitest"
import { money } from "#kit/money.ts"
import { planTerms } from "./plan-terms.ts"

const won = (minor: bigint) => money(minor, "KRW")
const terms = { limit: won(100_000n) }

test("up to the limit the invoice comes first, and not one won beyond it", () => {
  const owed = won(60_000n)
  expect(planTerms({ terms, owed, asked: won(40_000n), isOverdue: false })).toBe("invoice_first")
  expect(planTerms({ terms, owed, asked: won(40_001n), isOverdue: false })).toBe("paid_before")
})

test("while an invoice is overdue, and in another currency, everything is paid before", () => {
  expect(planTerms({ terms, owed: won(0n), asked: won(1n), isOverdue: true })).toBe("paid_before")
  const euro = money(1n, "EUR")
  expect(planTerms({ terms, owed: euro, asked: euro, isOverdue: false })).toBe("paid_before")
})
