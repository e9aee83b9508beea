import { readdirSync, readFileSync } from "node:fs"
import { sql } from "drizzle-orm"
import pg from "pg"
import { afterAll, beforeAll, expect, test } from "vitest"
import { violatedConstraint } from "#kit/db.ts"
import { getBalance } from "#ledger"
import { openPaymentsTest, type PaymentsTest } from "#payments/testing"
import { giveBack } from "./give-back.ts"
import { payRequest } from "./pay-request.ts"
import { planPaper } from "./plan-paper.ts"
import { getInvoice, getPaymentRequest, listInvoices } from "./queries.ts"
import { renderInvoicePdf } from "./render-invoice-pdf.ts"
import { settlePaymentRequest } from "./settle-payment-request.ts"
import { testPayment, testRequest } from "./testing.ts"
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

const settle = (payment: Parameters<typeof settlePaymentRequest>[1]) =>
  shop.inShop((ctx) => settlePaymentRequest(ctx, payment))
const invoicesOf = async () => (await shop.inShop((ctx) => listInvoices(ctx, all, { limit: 100 }))).items

/** The promises that are SQL, for the tables that stand by now. */
async function brokenPromises(): Promise<unknown[]> {
  const folder = new URL("../../app/invariants/", import.meta.url)
  const broken: unknown[] = []
  for (const file of readdirSync(folder).filter((name) => /^i[12389]-/.test(name))) {
    const found = await owner.query(readFileSync(new URL(file, folder), "utf8"))
    broken.push(...found.rows.map((row) => ({ file, ...row })))
  }
  return broken
}

test("a paid request becomes an invoice: numbered, dated, booked and printable", async () => {
  const request = await testRequest(shop)
  expect(await invoicesOf()).toEqual([])
  await settle(await testPayment(shop, request))
  const [invoice] = await invoicesOf()
  expect(invoice).toMatchObject({ number: "INV-2026-000001", state: "paid", accountName: "Test Buyer" })
  expect([invoice?.net.minor, invoice?.tax.minor, invoice?.total.minor]).toEqual([10_000n, 1_000n, 11_000n])
  // 09:00 UTC is already evening in Seoul, the same day.
  expect(invoice?.issuedOn.toString()).toBe("2026-03-02")
  await shop.inShop(async (ctx) => {
    expect((await getPaymentRequest(ctx, all, request.id)).invoiceId).toBe(invoice?.id)
    for (const account of [`receivable:${shop.accountId}`, `unapplied:${shop.accountId}`]) {
      expect((await getBalance(ctx, all, account, "KRW")).minor).toBe(0n)
    }
    const pdf = renderInvoicePdf(await getInvoice(ctx, all, invoice?.id ?? ""), "ko")
    expect(pdf.size).toBeGreaterThan(5_000)
  })
  expect(await brokenPromises()).toEqual([])
})

test("told of the same payment again and again, at once and later: one invoice", async () => {
  const request = await testRequest(shop)
  const payment = await testPayment(shop, request)
  const before = (await invoicesOf()).length
  await Promise.all(Array.from({ length: 6 }, () => settle(payment)))
  await settle(payment)
  expect((await invoicesOf()).length).toBe(before + 1)
})

test("a second payment for what is paid goes back to the card", async () => {
  const request = await testRequest(shop)
  const first = await testPayment(shop, request)
  const second = await testPayment(shop, request)
  expect(second.attemptId).not.toBe(first.attemptId)
  await Promise.all([settle(first), settle(second)])
  await shop.play()
  const refunds = await owner.query(
    "select r.reason, r.state, r.amount_minor from payments.refunds r where r.attempt_id in ($1, $2)",
    [first.attemptId, second.attemptId],
  )
  expect(refunds.rows).toEqual([{ reason: "already_paid", state: "done", amount_minor: "11000" }])
  expect(await brokenPromises()).toEqual([])
})

test("money for a withdrawn request goes back, and paying one is refused", async () => {
  const request = await testRequest(shop)
  const payment = await testPayment(shop, request)
  await shop.inShop((ctx) => withdrawRequest(ctx, all, { id: request.id, reason: "changed their mind" }))
  await settle(payment)
  await shop.play()
  const refunds = await owner.query("select reason, state from payments.refunds where attempt_id = $1", [
    payment.attemptId,
  ])
  expect(refunds.rows).toEqual([{ reason: "withdrawn", state: "done" }])
  const pay = shop.inShop((ctx) => payRequest(ctx, { id: request.id, gateway: "sandbox-card" }))
  await expect(pay).rejects.toThrow("billing.request_not_open")
})

test("what won't be delivered is given back: credit note, books and card, once", async () => {
  const request = await testRequest(shop)
  await settle(await testPayment(shop, request))
  const give = () =>
    shop.inShop((ctx) => giveBack(ctx, { paymentRequestId: request.id, reason: "out of stock" }))
  await Promise.all([give(), give(), give()])
  await shop.play()
  const notes = await owner.query("select number, total_minor, content from billing.credit_notes")
  expect(notes.rows).toMatchObject([{ number: "CN-2026-000001", total_minor: "11000" }])
  const paper = planPaper(JSON.parse(notes.rows[0].content), "en")
  expect(paper.title).toBe("Credit note")
  expect(paper.facts.map((fact) => fact.label)).toContain("Corrects invoice")
  expect(renderInvoicePdf(notes.rows[0]).size).toBeGreaterThan(5_000)
  await shop.inShop(async (ctx) => {
    expect((await getBalance(ctx, all, `unapplied:${shop.accountId}`, "KRW")).minor).toBe(0n)
  })
  const unpaid = await testRequest(shop)
  await shop.inShop((ctx) => giveBack(ctx, { paymentRequestId: unpaid.id, reason: "out of stock" }))
  expect((await shop.inShop((ctx) => getPaymentRequest(ctx, all, unpaid.id))).state).toBe("withdrawn")
  expect(await brokenPromises()).toEqual([])
})

test("twenty payments at once are numbered without a gap, and what is rolled back burns no number", async () => {
  const requests = await Promise.all(Array.from({ length: 20 }, () => testRequest(shop)))
  const payments: Awaited<ReturnType<typeof testPayment>>[] = []
  for (const request of requests) payments.push(await testPayment(shop, request))
  const rolledBack = shop.inShop(async (ctx) => {
    const [first] = payments
    if (first) await settlePaymentRequest(ctx, first)
    throw new Error("the process died")
  })
  await expect(rolledBack).rejects.toThrow("the process died")
  await Promise.all(payments.map(settle))
  const numbers = (await invoicesOf()).map((invoice) => invoice.number).sort()
  expect(numbers).toEqual(numbers.map((_, index) => `INV-2026-${String(index + 1).padStart(6, "0")}`))
  expect(await brokenPromises()).toEqual([])
})

test("the year turns by the shop's own calendar, and a clock set back gives no earlier date", async () => {
  const last = await testPayment(shop, await testRequest(shop))
  const next = await testPayment(shop, await testRequest(shop))
  const late = await testPayment(shop, await testRequest(shop))
  // 15:30 UTC is half past midnight in Seoul.
  shop.at.clock.set(Temporal.Instant.from("2026-12-31T14:30:00Z"))
  await settle(last)
  shop.at.clock.set(Temporal.Instant.from("2026-12-31T15:30:00Z"))
  await settle(next)
  shop.at.clock.set(Temporal.Instant.from("2026-12-30T15:30:00Z"))
  await settle(late)
  const dated = (await invoicesOf()).filter((invoice) => invoice.issuedOn.toString() >= "2026-12-31")
  expect(dated.map((invoice) => [invoice.number.slice(0, 8), invoice.issuedOn.toString()]).sort()).toEqual([
    ["INV-2026", "2026-12-31"],
    ["INV-2027", "2027-01-01"],
    ["INV-2027", "2027-01-01"],
  ])
  expect(await brokenPromises()).toEqual([])
})

test("an issued invoice can be neither changed nor deleted, by the program or by the owner", async () => {
  const [invoice] = await invoicesOf()
  const changes = [
    `update billing.invoices set total_minor = total_minor + 1, net_minor = net_minor + 1 where id = '${invoice?.id}'`,
    `update billing.invoices set account_name = 'Somebody else' where id = '${invoice?.id}'`,
    `update billing.invoices set state = 'open', paid_at = null, payment_attempt_id = null where id = '${invoice?.id}'`,
    `delete from billing.invoices where id = '${invoice?.id}'`,
    `update billing.invoice_lines set words = 'x' where invoice_id = '${invoice?.id}'`,
    `update ledger.postings set amount_minor = 0`,
    `delete from ledger.transfers`,
  ]
  for (const change of changes) await expect(owner.query(change), change).rejects.toThrow()
})

test("each promise has been seen to be broken", async () => {
  const plants: [string, string][] = [
    ["i1", "update ledger.balances set balance_minor = balance_minor + 1"],
    ["i2", "update billing.invoices set order_id = 'ord_twice'"],
    ["i3", "update sandbox.card_charges set amount_minor = amount_minor + 1"],
    ["i3", "delete from payments.refunds"],
    ["i8", "update billing.invoices set sequence = sequence + 100 where sequence = 3"],
    ["i8", "update billing.invoices set issued_on = '2020-01-01' where sequence = 3"],
    ["i9", "update billing.invoices set content = content || ' '"],
    ["i9", "update billing.invoice_lines set net_minor = net_minor + 1, gross_minor = gross_minor + 1"],
  ]
  for (const [promise, change] of plants) {
    await owner.query("begin; set local session_replication_role = replica")
    await owner.query(change)
    const broken = (await brokenPromises()) as { file: string }[]
    await owner.query("rollback")
    expect(
      broken.map(({ file }) => file.slice(0, 2)),
      change,
    ).toContain(promise)
  }
})

test("the database refuses what our own code would never ask for", async () => {
  const unbalanced = shop.inShop((ctx) =>
    ctx.db.execute(sql`
      with t as (
        insert into ledger.transfers (id, key, currency, reference, words, posted_at, posted_on)
        values ('trf_bad', 'bad', 'KRW', 'x', 'x', now(), '2026-03-02') returning tenant_id, id)
      insert into ledger.postings (tenant_id, id, transfer_id, ledger_account_id, position, currency, amount_minor)
      select t.tenant_id, 'pst_' || row_number() over (), t.id, a.id, row_number() over (), 'KRW', 5
      from t, (select id from ledger.accounts limit 2) a`),
  )
  await expect(unbalanced).rejects.toThrow(/out of balance/)
  const twoLive = shop.inShop((ctx) =>
    ctx.db.execute(sql`
      insert into payments.attempts (id, reference, account_id, endpoint_id, gateway, amount_minor, currency, description, language, state, created_at)
      select 'pay_' || n, 'prq_live', ${shop.accountId}, ${shop.endpointId}, 'sandbox-card', 1, 'KRW', 'x', 'en', 'created', now()
      from generate_series(1, 2) n`),
  )
  const constraint = await twoLive.catch((error: unknown) => violatedConstraint(error))
  expect(constraint).toBe("attempts_one_live")
})
