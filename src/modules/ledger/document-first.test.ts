import { afterAll, beforeAll, expect, test } from "vitest"
import { createCustomer } from "#identity"
import type { TestDatabase } from "#kit/testing/database.ts"
import { testDatabase } from "#kit/testing/test-database.ts"
import { ensureTenant, saveSettings, type TenantSettings } from "#tenancy"
import { type BookedFilter, listBookedTransfers } from "./list-booked-transfers.ts"
import { listCustomerMoves } from "./list-customer-moves.ts"
import { postTransfer } from "./post-transfer.ts"

const all = { kind: "all" } as const
/** So many that chance alone doesn't put them in order. */
const PAIRS = 12

let at: TestDatabase
let accountId: string
beforeAll(async () => {
  at = await testDatabase()
  await at.database.transactAcrossTenants((db) =>
    ensureTenant(db, at.clock, { id: "one", slug: "one", hosts: ["one.test"] }),
  )
  accountId = await at.inTenant("one", async (ctx) => {
    await saveSettings(ctx, shop)
    const buyer = {
      email: "buyer@mail.example",
      passwordHash: "none",
      language: "en",
      country: "KR",
    } as const
    return (await createCustomer(ctx, { ...buyer, name: "Buyer" })).accountId
  })
  await book("payment", 0)
  at.clock.set(at.clock.now().add({ seconds: 1 }))
  for (let pair = 1; pair <= PAIRS; pair += 1) {
    await book("payment", pair)
    await book("invoice", pair)
  }
  at.clock.set(at.clock.now().add({ seconds: 1 }))
  await book("invoice", PAIRS + 1)
})
afterAll(() => at.drop())

const shop: TenantSettings = {
  name: "Test shop",
  defaultLanguage: "en",
  currencies: ["KRW"],
  defaultCurrency: "KRW",
  timeZone: "Asia/Seoul",
  publicUrl: "http://one.test",
  taxIncluded: true,
  taxRate: { numerator: 10n, denominator: 100n },
  taxLabel: { en: "VAT", ko: "부가세" },
  seller: {
    legalName: "Test Hosting",
    representative: "Test Person",
    addressLines: ["1 Test Street"],
    country: "KR",
    registrationNumber: "110111-0000000",
    taxId: "000-00-00000",
    mailOrderNumber: null,
    email: "billing@test.invalid",
    phone: "02-000-0000",
  },
  legalEntityId: "test-hosting",
  isDemo: true,
}

async function book(kind: "invoice" | "payment", number: number): Promise<void> {
  const minor = kind === "invoice" ? 1_000n : -1_000n
  await at.inTenant("one", (ctx) =>
    postTransfer(ctx, {
      key: `${kind}:${number}`,
      currency: "KRW",
      reference: `${number}`,
      words: kind,
      postings: [
        { account: `receivable:${accountId}`, minor },
        { account: kind === "invoice" ? "revenue:hosting" : "cash:sandbox-card", minor: -minor },
      ],
    }),
  )
}

/** All pages, each of so few that most end between an invoice and its payment, or among those of one instant. */
async function readAll(order: "newest" | "oldest", limit: number): Promise<string[]> {
  const keys: string[] = []
  let after: string | undefined
  for (let pages = 0; pages < 100; pages += 1) {
    const filter: BookedFilter = { account: `receivable:${accountId}`, limit, order, after }
    const page = await at.inTenant("one", (ctx) => listBookedTransfers(ctx, all, filter))
    keys.push(...page.items.map(({ key }) => key))
    if (page.next === null) return keys
    expect(page.items).toHaveLength(limit)
    after = page.next
  }
  throw new Error("The pages have no end.")
}

test("of one instant the invoice comes before its payment, whichever was booked first", async () => {
  const keys = await readAll("oldest", 100)
  expect(keys).toHaveLength(2 * PAIRS + 2)
  expect(keys[0]).toBe("payment:0")
  expect(keys.slice(1, PAIRS + 1).every((key) => key.startsWith("invoice:"))).toBe(true)
  expect(keys.slice(PAIRS + 1, -1).every((key) => key.startsWith("payment:"))).toBe(true)
  expect(keys.at(-1)).toBe(`invoice:${PAIRS + 1}`)
})

test.each([1, 2, 5, 13])(
  "paged by %i, each stands there once, in that order or its reverse",
  async (limit) => {
    const oldest = await readAll("oldest", limit)
    expect(oldest).toEqual(await readAll("oldest", 100))
    expect(await readAll("newest", limit)).toEqual(oldest.toReversed())
  },
)

test("on a statement the invoices of a day come before what was paid on it", async () => {
  const { moves } = await at.inTenant("one", (ctx) => {
    const today = ctx.clock.today("Asia/Seoul")
    return listCustomerMoves(ctx, all, { accountId, currency: "KRW", from: today, to: today })
  })
  expect(moves.map(({ key }) => key.split(":")[0])).toEqual([
    ...Array.from({ length: PAIRS + 1 }, () => "invoice"),
    ...Array.from({ length: PAIRS + 1 }, () => "payment"),
  ])
  expect(moves[PAIRS]?.key).toBe(`invoice:${PAIRS + 1}`)
  expect(moves[PAIRS + 1]?.key).toBe("payment:0")
})
