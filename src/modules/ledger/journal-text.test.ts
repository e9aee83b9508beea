import { expect, test } from "vitest"
import { writeJournalEntry, writeJournalHead, writeOpenings } from "./journal-text.ts"
import type { JournalTransfer } from "./queries.ts"

const transfer: JournalTransfer = {
  id: "trf_1",
  key: "invoice:inv_1",
  currency: "EUR",
  reference: "inv_1",
  words: 'Invoice "A"; first\nline',
  postedOn: Temporal.PlainDate.from("2026-03-02"),
  postings: [
    { account: "receivable:acc_1", minor: 118n },
    { account: "revenue:hosting", minor: -99n },
    { account: "tax:payable", minor: -19n },
  ],
}

test("hledger reads it", () => {
  expect(writeJournalHead("hledger")).toContain("commodity 1000.00 EUR\n")
  expect(writeJournalHead("hledger")).toContain("commodity 1000. KRW\n")
  expect(writeJournalEntry(transfer, "hledger")).toBe(`
2026-03-02 * Invoice A first line
  ; key: invoice:inv_1
  ; reference: inv_1
  assets:receivable:acc_1  1.18 EUR
  income:revenue:hosting  -0.99 EUR
  liabilities:tax:payable  -0.19 EUR
`)
})

test("beancount reads it, with each account opened once", () => {
  const opened = new Set<string>()
  expect(writeOpenings(transfer, "beancount", opened)).toContain("2026-03-02 open Assets:Receivable:Acc-1\n")
  expect(writeOpenings(transfer, "beancount", opened)).toBe("")
  expect(writeJournalEntry(transfer, "beancount")).toBe(`
2026-03-02 * "Invoice A first line"
  key: "invoice:inv_1"
  reference: "inv_1"
  Assets:Receivable:Acc-1  1.18 EUR
  Income:Revenue:Hosting  -0.99 EUR
  Liabilities:Tax:Payable  -0.19 EUR
`)
})
