import { type DocumentLineInput, type DocumentPlan, planDocument } from "#billing"
import {
  type CreditableLine,
  planCredit,
  planCreditedPostings,
  planExplanations,
  planIssuedPostings,
  planNumber,
  planSeriesYear,
  type SeriesFacts,
} from "#billing/testing"
import { type Money, money } from "#kit/money.ts"
import { planTransfer } from "#ledger/testing"
import type { SeenCredit, SeenLine, SeenPaper, ShopRules } from "./account-seen.ts"

export const ACCOUNT = "acc_00000000000000000000000001"

/** The papers of a life, and what stands in the books by them. */
export interface Book {
  readonly rules: ShopRules
  readonly papers: SeenPaper[]
  readonly lines: Map<string, CreditableLine>
  /** By the role's name. */
  readonly balances: Map<string, bigint>
  readonly series: Map<string, SeriesFacts>
  /** Lines whose own reasoning, followed anew, comes to another amount, and how many were asked. */
  unexplained: number
  explained: number
}

export interface IssuedPaper {
  readonly lines: readonly SeenLine[]
}

export function openBook(rules: ShopRules): Book {
  return {
    rules,
    papers: [],
    lines: new Map(),
    balances: new Map(),
    series: new Map(),
    unexplained: 0,
    explained: 0,
  }
}

/** An invoice of what was paid on a day. */
export function issue(
  book: Book,
  inputs: readonly DocumentLineInput[],
  today: Temporal.PlainDate,
): IssuedPaper {
  const { currency, taxIncluded, taxRate } = book.rules
  const document = planDocument({ currency, settings: { taxIncluded, taxRate }, lines: inputs })
  explain(book, document)
  post(book, planIssuedPostings(ACCOUNT, document))
  const lines = document.lines.map((line, index) => {
    const id = `${book.papers.length}.${index}`
    const nothing = money(0n, currency)
    book.lines.set(id, { id, tax: line.tax, gross: line.gross, creditedGross: nothing, creditedTax: nothing })
    const { periodStart: start, periodEnd: end } = line
    return { id, start, end, net: line.net.minor, tax: line.tax.minor, gross: line.gross.minor }
  })
  const { net, tax, total } = document
  number(book, "invoice", today, { lines, net: net.minor, tax: tax.minor, total: total.minor })
  return { lines }
}

/** A credit note about some lines, as far as the engine lets it. */
export function credit(
  book: Book,
  wish: readonly { readonly lineId: string; readonly gross: Money }[],
  today: Temporal.PlainDate,
): SeenCredit[] {
  const open = wish.flatMap(({ lineId }) => book.lines.get(lineId) ?? [])
  const plan = planCredit(open, wish)
  if (!plan) throw new Error("More is taken back than is left.")
  post(book, [...planCreditedPostings(plan), { account: `unapplied:${ACCOUNT}`, minor: -plan.total.minor }])
  for (const { lineId, gross, tax } of plan.lines) {
    const line = book.lines.get(lineId)
    if (!line) continue
    book.lines.set(lineId, {
      ...line,
      creditedGross: money(line.creditedGross.minor + gross.minor, gross.currency),
      creditedTax: money(line.creditedTax.minor + tax.minor, tax.currency),
    })
  }
  const lines = plan.lines.map(({ net, tax, gross }) => ({
    net: net.minor,
    tax: tax.minor,
    gross: gross.minor,
  }))
  const { net, tax, total } = plan
  number(book, "credit_note", today, { lines, net: net.minor, tax: tax.minor, total: total.minor })
  return plan.lines.map(({ lineId, tax: taken, gross }) => ({ lineId, tax: taken.minor, gross: gross.minor }))
}

export function leftOf(book: Book, lineId: string): Money {
  const line = book.lines.get(lineId)
  if (!line) throw new Error(`There is no line ${lineId}.`)
  return money(line.gross.minor - line.creditedGross.minor, line.gross.currency)
}

function explain(book: Book, { lines }: DocumentPlan): void {
  const explained = planExplanations({
    taxIncluded: book.rules.taxIncluded,
    taxLabel: { en: "VAT", ko: "부가세" },
    lines,
    language: "en",
  })
  book.explained += lines.length
  book.unexplained += lines.filter((_, index) => !explained[index]?.isSame).length
}

function post(book: Book, wanted: Parameters<typeof planTransfer>[1]): void {
  for (const { account, minor } of planTransfer("life", wanted)) {
    book.balances.set(account, (book.balances.get(account) ?? 0n) + minor)
  }
}

function number(
  book: Book,
  kind: SeenPaper["kind"],
  today: Temporal.PlainDate,
  sums: Pick<SeenPaper, "lines" | "net" | "tax" | "total">,
): void {
  const before = book.series.get(kind)
  const year = planSeriesYear(today, before?.year ?? null)
  const series = before?.year === year ? before : { year, lastSequence: 0, lastIssuedOn: null }
  const { sequence, issuedOn } = planNumber(series, today)
  book.series.set(kind, { year, lastSequence: sequence, lastIssuedOn: issuedOn })
  book.papers.push({ kind, year, sequence, issuedOn, ...sums })
}
