import pg from "pg"
import { expect, test } from "vitest"
import type { Company } from "#app/testing/company.ts"
import { testCompany } from "#app/testing/test-company.ts"

test("the books on a page: what a sale booked, what is behind each figure, and the daily proof", async () => {
  await using company = await testCompany()
  const { ledger } = company.operator.api
  expect(await ledger.trialBalance.get({})).toMatchObject({ currencies: [] })
  const order = await company.placeOrder()
  await company.settle()
  await company.pay(order.attemptId)
  await company.settle()

  const books = await ledger.trialBalance.get({})
  expect(books.currencies.map(({ currency }) => currency)).toEqual(["KRW"])
  expect(closings(books)).toEqual({
    "cash:sandbox-card": "11000",
    receivable: "0",
    unapplied: "0",
    "revenue:hosting": "-10000",
    "tax:payable": "-1000",
  })
  const [won] = books.currencies
  expect(won?.total).toEqual({ opening: zero, debit: krw("33000"), credit: krw("33000"), closing: zero })
  expect(won?.rows.find((row) => row.account === "receivable")?.customers).toBe(1)

  const before = Temporal.PlainDate.from(books.on).subtract({ days: 1 }).toString()
  expect((await ledger.trialBalance.get({ on: before })).currencies).toEqual([])
  const tomorrow = Temporal.PlainDate.from(books.on).add({ days: 1 }).toString()
  const later = await ledger.trialBalance.get({ from: tomorrow, on: tomorrow })
  expect(later.currencies[0]?.rows.map((row) => [row.account, row.opening.minor, row.debit.minor])).toEqual([
    ["cash:sandbox-card", "11000", "0"],
    ["receivable", "0", "0"],
    ["unapplied", "0", "0"],
    ["revenue:hosting", "-10000", "0"],
    ["tax:payable", "-1000", "0"],
  ])

  await seeEntries(company)
  await company.travel({ days: 1 })
  const { proof } = await ledger.trialBalance.get({})
  expect(proof?.findings).toEqual([])
  // The sale's three, and what the night made of its revenue.
  expect(proof?.transfers).toBeGreaterThan(3)
  await spoilBalance(company)
  await company.travel({ days: 1 })
  const spoilt = await ledger.trialBalance.get({})
  expect(spoilt.proof?.findings).toEqual([
    { kind: "balance_differs", subject: `receivable:${order.by.accountId}`, amount: krw("1") },
  ])
})

/** A hand in the database, beside the program. */
async function spoilBalance({ at }: Company): Promise<void> {
  const owner = new pg.Client({ connectionString: at.ownerUrl })
  await owner.connect()
  await owner.query(
    `update ledger.balances set balance_minor = balance_minor + 1
     where ledger_account_id in (select id from ledger.accounts where name like 'receivable:%')`,
  )
  await owner.end()
}

async function seeEntries({ operator }: Company): Promise<void> {
  const { transfers, journal } = operator.api.ledger
  const first = await transfers.list({ account: "receivable", limit: 1 })
  const second = await transfers.list({ account: "receivable", limit: 1, after: first.next ?? "" })
  const both = [...first.items, ...second.items].toSorted((one, other) => (one.key < other.key ? -1 : 1))
  expect(both.map(({ amount }) => amount)).toEqual([krw("-11000"), krw("11000")])
  expect(second.next).toBeNull()
  expect(both[1]?.postings.map(({ account }) => account.split(":")[0])).toEqual([
    "receivable",
    "revenue",
    "tax",
  ])
  const names = (both[1]?.postings ?? []).map(({ customerName }) => customerName)
  expect(names).toEqual([expect.stringMatching(/\w/), null, null])
  const cash = await transfers.list({ account: "cash:sandbox-card", currency: "KRW" })
  expect(cash.items.map(({ amount }) => amount)).toEqual([krw("11000")])
  expect((await transfers.list({ account: "cash:sandbox-card", currency: "EUR" })).items).toEqual([])
  const { text, next } = await journal.read({ format: "beancount" })
  expect(next).toBeNull()
  expect(text.match(/ open Assets:Cash:Sandbox-card/g)).toHaveLength(1)
  const rest = await journal.read({ format: "beancount", after: cash.items[0]?.id ?? "" })
  // What the first page opened, the second doesn't open again.
  expect(rest.text).not.toContain("open Assets:Cash")
}

const zero = krw("0")

function krw(minor: string) {
  return { minor, currency: "KRW" as const }
}

function closings(books: {
  currencies: readonly { rows: readonly { account: string; closing: { minor: string } }[] }[]
}) {
  return Object.fromEntries((books.currencies[0]?.rows ?? []).map((row) => [row.account, row.closing.minor]))
}
