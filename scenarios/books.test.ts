import { afterAll, beforeAll, expect, test } from "vitest"
import { getBalance, type NewTransfer, postTransfer, rollUpBalance } from "#ledger"
import { openPaymentsTest, type PaymentsTest } from "#payments/testing"

const everything = { kind: "all" } as const

let shop: PaymentsTest
beforeAll(async () => {
  shop = await openPaymentsTest()
})
afterAll(() => shop[Symbol.asyncDispose]())

const payment = (key: string): NewTransfer => ({
  key,
  currency: "KRW",
  reference: key,
  words: "Payment received",
  postings: [
    { account: `cash:${key}`, minor: 11_000n },
    { account: `unapplied:${shop.accountId}`, minor: -11_000n },
  ],
})
const post = (transfer: NewTransfer) => shop.inShop((ctx) => postTransfer(ctx, transfer))
const customerHas = () =>
  shop.inShop(async (ctx) => (await getBalance(ctx, everything, `unapplied:${shop.accountId}`, "KRW")).minor)
const companyHas = (account: string) =>
  shop.inShop(async (ctx) => (await rollUpBalance(ctx, everything, account, "KRW")).minor)

test("a customer's balance is the sum of its postings, the company's side is added up", async () => {
  const before = await customerHas()
  await post(payment("one"))
  await post(payment("two"))
  expect((await customerHas()) - before).toBe(-22_000n)
  expect([await companyHas("cash:one"), await companyHas("cash:two")]).toEqual([11_000n, 11_000n])
})

test("the same key is one transfer, told again and told by six at once", async () => {
  const before = await customerHas()
  const told = await Promise.all(Array.from({ length: 6 }, () => post(payment("three"))))
  expect(told.filter(({ isNew }) => isNew)).toHaveLength(1)
  expect(await post(payment("three"))).toEqual({ isNew: false })
  expect((await customerHas()) - before).toBe(-11_000n)
  expect(await companyHas("cash:three")).toBe(11_000n)
})

test("what is out of balance, or names no account, is not booked", async () => {
  const odd = { ...payment("odd"), postings: [{ account: "cash:odd", minor: 1n }] }
  await expect(post(odd)).rejects.toThrow("out of balance by 1")
  const unknown = { ...payment("odd"), postings: [{ account: "purse:odd", minor: 1n }] }
  await expect(post(unknown)).rejects.toThrow("no ledger account")
  expect(await companyHas("cash:odd")).toBe(0n)
})
