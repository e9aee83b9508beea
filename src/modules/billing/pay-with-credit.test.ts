import { readdirSync, readFileSync } from "node:fs"
import pg from "pg"
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest"
import { changeCredit } from "#credit"
import { getBalance } from "#ledger"
import { openPaymentsTest, type PaymentsTest } from "#payments/testing"
import { giveBack } from "./give-back.ts"
import { keepCredit } from "./keep-credit.ts"
import { payRequest } from "./pay-request.ts"
import { planPaper } from "./plan-paper.ts"
import { getInvoice, getPaymentRequest } from "./queries.ts"
import { settlePaymentRequest } from "./settle-payment-request.ts"
import { testPayment, testRequest } from "./testing.ts"
import { useCredit } from "./use-credit.ts"
import { withdrawRequest } from "./withdraw-request.ts"

const all = { kind: "all" } as const

let shop: PaymentsTest
let owner: pg.Client
beforeAll(async () => {
  shop = await openPaymentsTest()
  owner = new pg.Client({ connectionString: shop.at.ownerUrl })
  await owner.connect()
})
afterAll(async () => {
  await owner.end()
  await shop[Symbol.asyncDispose]()
})

/** Each story begins with empty pockets. */
beforeEach(async () => {
  const pockets = await standing()
  for (const kind of ["paid", "given"] as const) {
    if (pockets[kind] > 0n) await change("take", kind, pockets[kind])
  }
})

const change = (act: "give" | "take", kind: "paid" | "given", minor: bigint) =>
  shop.inShop((ctx) =>
    changeCredit(ctx, {
      accountId: shop.accountId,
      act,
      kind,
      amount: { minor: minor.toString(), currency: "KRW" },
      reason: "for the test",
    }),
  )
const use = (id: string) => shop.inShop((ctx) => useCredit(ctx, id, all))
const look = (id: string) => shop.inShop((ctx) => getPaymentRequest(ctx, all, id))
const settle = (payment: Parameters<typeof settlePaymentRequest>[1]) =>
  shop.inShop((ctx) => settlePaymentRequest(ctx, payment))
const standing = () =>
  shop.inShop(async (ctx) => {
    const of = async (role: string) => -(await getBalance(ctx, all, `${role}:${shop.accountId}`, "KRW")).minor
    return {
      paid: await of("credit"),
      given: await of("given"),
      held: await of("held"),
      unapplied: await of("unapplied"),
    }
  })

/** The promises that are SQL, for the tables that stand by now. */
async function brokenPromises(): Promise<unknown[]> {
  const folder = new URL("../../app/invariants/", import.meta.url)
  const broken: unknown[] = []
  for (const file of readdirSync(folder).filter((name) => /^i(1|2|3|07|8|9)-/.test(name))) {
    const found = await owner.query(readFileSync(new URL(file, folder), "utf8"))
    broken.push(...found.rows.map((row) => ({ file, ...row })))
  }
  return broken
}

async function invoicesOf(
  requestId: string,
): Promise<{ from_credit_minor: string; attempt: string | null }[]> {
  const found = await owner.query(
    "select from_credit_minor, payment_attempt_id as attempt from billing.invoices where request_id = $1",
    [requestId],
  )
  return found.rows
}

async function refundsOf(attemptId: string) {
  const found = await owner.query(
    "select reason, state, amount_minor from payments.refunds where attempt_id = $1",
    [attemptId],
  )
  return found.rows
}

test("credit pays a part, the present first; the gateway is asked for the rest", async () => {
  await change("give", "given", 3_000n)
  await change("give", "paid", 1_000n)
  const request = await testRequest(shop)
  const used = await use(request.id)
  expect([used.state, used.fromCredit.minor, used.left.minor]).toEqual(["open", 4_000n, 7_000n])
  expect(await standing()).toMatchObject({ paid: 0n, given: 0n, held: 4_000n })
  const attempt = await shop.inShop((ctx) =>
    payRequest(ctx, { id: request.id, gateway: "sandbox-card" }, all),
  )
  expect(attempt.amount).toEqual({ minor: "7000", currency: "KRW" })
  await settle(await testPayment(shop, { id: request.id, total: used.left }))
  expect(await standing()).toEqual({ paid: 0n, given: 0n, held: 0n, unapplied: 0n })
  const { invoiceId } = await look(request.id)
  const invoice = await shop.inShop((ctx) => getInvoice(ctx, all, invoiceId ?? ""))
  expect([invoice.total.minor, invoice.fromCredit.minor]).toEqual([11_000n, 4_000n])
  const notes = planPaper(JSON.parse(invoice.content), "ko").notes.join(" ")
  expect(notes).toContain("₩4,000은 예치금으로 결제되었습니다")
  expect(await brokenPromises()).toEqual([])
})

test("wholly covered, it is paid at once: one invoice, however often and at the same moment it is asked", async () => {
  await change("give", "paid", 20_000n)
  const request = await testRequest(shop)
  await Promise.all(Array.from({ length: 6 }, () => use(request.id)))
  expect((await use(request.id)).state).toBe("paid")
  expect(await invoicesOf(request.id)).toEqual([{ from_credit_minor: "11000", attempt: null }])
  expect(await standing()).toMatchObject({ paid: 9_000n, held: 0n })
  expect(await brokenPromises()).toEqual([])
})

test("the same won pays one of two requests at the same moment, and never falls below nothing", async () => {
  await change("give", "paid", 11_000n)
  for (let heat = 0; heat < 5; heat += 1) {
    const requests = await Promise.all([testRequest(shop), testRequest(shop), testRequest(shop)])
    await Promise.all(requests.map(({ id }) => use(id)))
    const states = await Promise.all(requests.map(async ({ id }) => (await look(id)).state))
    expect(states.filter((state) => state === "paid")).toHaveLength(1)
    expect(await standing()).toMatchObject({ paid: 0n, given: 0n, held: 0n })
    await change("give", "paid", 11_000n)
  }
  expect(await brokenPromises()).toEqual([])
})

test("staff take it away at the moment in which it is set aside: one of them gets it", async () => {
  for (let heat = 0; heat < 5; heat += 1) {
    await change("give", "given", 5_000n)
    const request = await testRequest(shop)
    const [taken, used] = await Promise.allSettled([change("take", "given", 5_000n), use(request.id)])
    const held = used.status === "fulfilled" ? used.value.fromCredit.minor : -1n
    expect([taken.status, held]).toEqual(
      taken.status === "fulfilled" ? ["fulfilled", 0n] : ["rejected", 5_000n],
    )
    await shop.inShop((ctx) => withdrawRequest(ctx, all, { id: request.id, reason: "the next heat" }))
    const { given } = await standing()
    if (given > 0n) await change("take", "given", given)
  }
  expect(await brokenPromises()).toEqual([])
})

test("a card payment and credit at the same moment: one of them pays, the other is given back", async () => {
  for (let heat = 0; heat < 4; heat += 1) {
    await change("give", "paid", 11_000n)
    const request = await testRequest(shop)
    const payment = await testPayment(shop, request)
    await Promise.all(
      heat % 2 === 0
        ? [settle(payment), use(request.id), settle(payment)]
        : [use(request.id), settle(payment), use(request.id)],
    )
    await shop.play()
    const [invoice, ...more] = await invoicesOf(request.id)
    expect(more).toEqual([])
    const byCredit = invoice?.attempt === null
    expect(invoice?.from_credit_minor).toBe(byCredit ? "11000" : "0")
    expect(await standing()).toEqual({ paid: byCredit ? 0n : 11_000n, given: 0n, held: 0n, unapplied: 0n })
    expect(await refundsOf(payment.attemptId)).toEqual(
      byCredit ? [{ reason: "already_paid", state: "done", amount_minor: "11000" }] : [],
    )
    const { paid } = await standing()
    if (paid > 0n) await change("take", "paid", paid)
  }
  expect(await brokenPromises()).toEqual([])
})

test("nothing is set aside while somebody pays, and what is set aside stays until they are done", async () => {
  await change("give", "paid", 4_000n)
  const request = await testRequest(shop)
  await shop.inShop((ctx) => payRequest(ctx, { id: request.id, gateway: "sandbox-card" }, all))
  expect((await use(request.id)).fromCredit.minor).toBe(0n)
  const other = await testRequest(shop)
  await use(other.id)
  await shop.inShop((ctx) => payRequest(ctx, { id: other.id, gateway: "sandbox-card" }, all))
  const keep = shop.inShop((ctx) => keepCredit(ctx, other.id, all))
  await expect(keep).rejects.toThrow("billing.request_being_paid")
  await shop.inShop((ctx) => withdrawRequest(ctx, all, { id: other.id, reason: "the story is over" }))
  expect(await standing()).toMatchObject({ paid: 4_000n, held: 0n })
})

test("a page opened before credit was set aside brings all of it: the credit is free again", async () => {
  const request = await testRequest(shop)
  const early = await testPayment(shop, request)
  await change("give", "given", 4_000n)
  expect((await use(request.id)).fromCredit.minor).toBe(4_000n)
  await settle(early)
  expect(await invoicesOf(request.id)).toMatchObject([{ from_credit_minor: "0" }])
  expect(await standing()).toMatchObject({ given: 4_000n, held: 0n, unapplied: 0n })
  expect(await brokenPromises()).toEqual([])
})

test("a page from before the credit was kept brings less: credit fills up, or the money goes back", async () => {
  await change("give", "paid", 4_000n)
  const [filled, short] = [await testRequest(shop), await testRequest(shop)]
  const part = (await use(filled.id)).left
  const late = await testPayment(shop, { id: filled.id, total: part })
  await shop.inShop((ctx) => keepCredit(ctx, filled.id, all))
  expect(await standing()).toMatchObject({ paid: 4_000n, held: 0n })
  await settle(late)
  expect(await invoicesOf(filled.id)).toMatchObject([{ from_credit_minor: "4000" }])
  const tooLittle = await testPayment(shop, { id: short.id, total: part })
  await settle(tooLittle)
  await shop.play()
  expect((await look(short.id)).state).toBe("open")
  expect(await refundsOf(tooLittle.attemptId)).toEqual([
    { reason: "too_little", state: "done", amount_minor: "7000" },
  ])
  expect(await brokenPromises()).toEqual([])
})

test("given back, each part goes the way it came, credit as what it was; withdrawn, it is free", async () => {
  await change("give", "given", 1_500n)
  await change("give", "paid", 2_500n)
  const request = await testRequest(shop)
  const { left } = await use(request.id)
  const payment = await testPayment(shop, { id: request.id, total: left })
  await settle(payment)
  const give = () =>
    shop.inShop((ctx) => giveBack(ctx, { paymentRequestId: request.id, reason: "out of stock" }))
  await Promise.all([give(), give(), give()])
  await shop.play()
  expect(await refundsOf(payment.attemptId)).toEqual([
    { reason: "requested", state: "done", amount_minor: "7000" },
  ])
  expect(await standing()).toEqual({ paid: 2_500n, given: 1_500n, held: 0n, unapplied: 0n })
  const open = await testRequest(shop)
  await use(open.id)
  expect(await standing()).toMatchObject({ paid: 0n, given: 0n, held: 4_000n })
  await shop.inShop((ctx) => withdrawRequest(ctx, all, { id: open.id, reason: "changed their mind" }))
  expect(await standing()).toMatchObject({ paid: 2_500n, given: 1_500n, held: 0n })
  expect(await brokenPromises()).toEqual([])
})

test("the database refuses what our own code would never ask for", async () => {
  await change("give", "paid", 100n)
  const owe = owner.query(
    `update ledger.balances set balance_minor = 1 where ledger_account_id in
       (select id from ledger.accounts where name = 'credit:' || $1::text)`,
    [shop.accountId],
  )
  await expect(owe).rejects.toThrow("would fall below nothing")
  await expect(change("take", "paid", 101n)).rejects.toThrow("credit.too_little")
  await expect(change("give", "paid", 0n)).rejects.toThrow("credit.amount_wrong")
})
