import { expect, test } from "vitest"
import type { Company } from "#app/testing/company.ts"
import type { Shopper } from "#app/testing/company-shoppers.ts"
import { readMails } from "#app/testing/read-mails.ts"
import { testCompany } from "#app/testing/test-company.ts"

const won = (minor: string) => ({ minor, currency: "KRW" as const })

/** A shop that is registered in Germany, and sells everywhere at its net price with the customer's own tax. */
async function openShop() {
  const company = await testCompany({ player: { kind: "memory", seed: 11 } })
  const { tax } = company.operator.api
  const local = { scheme: "local", from: "2020-01-01" } as const
  await tax.registrations.add({ country: "KR", number: "101-81-00001", ...local })
  await tax.registrations.add({ country: "DE", number: "DE123456789", ...local })
  await tax.registrations.add({ country: "DE", number: "DE123456789", scheme: "oss", from: "2020-01-01" })
  await tax.settings.savePolicy({ elsewhere: "none", mode: "per_document", insidePrices: "net_stays" })
  return company
}

/** A French business, whose number VIES can't say anything about today. */
async function findFrench(
  company: Company,
  { language = "en", number = "FR40303265045" }: { language?: "en" | "ko"; number?: string } = {},
): Promise<Shopper> {
  const by = await company.customer({ country: "FR", language })
  const id = by.accountId ?? ""
  const profile = await by.api.identity.profiles.get({ id })
  await company.fault("vies", { call: "check", fault: "ms_unavailable", remaining: 1 })
  const taxIds = [{ country: "FR", number }]
  await by.api.identity.profiles.save({ ...profile, id, kind: "business", company: "Exemple SARL", taxIds })
  await company.settle()
  return by
}

async function buy(company: Company, by: Shopper) {
  const order = await company.placeOrder({ by })
  await company.pay(order.attemptId)
  await company.settle()
  const [invoice] = (await by.api.billing.invoices.list({})).items
  return { order, invoice: await by.api.billing.invoices.get({ id: invoice?.id ?? "" }) }
}

async function confirm(company: Company, by: Shopper) {
  await by.api.tax.vatNumbers.check({ id: by.accountId ?? "" })
  await company.settle()
}

/** What the books say, of so many accounts. */
async function booksOf(company: Company) {
  const { currencies } = await company.operator.api.ledger.trialBalance.get({})
  const rows = currencies.find(({ currency }) => currency === "KRW")?.rows ?? []
  const of = (account: string) => -BigInt(rows.find((row) => row.account === account)?.closing.minor ?? "0")
  return { revenue: of("revenue:hosting"), deferred: of("deferred:hosting"), tax: of("tax:payable") }
}

test("a VAT number that is confirmed after the payment: one act credits the invoice and issues the right one, once", async () => {
  await using company = await openShop()
  const { billing, audit } = company.operator.api
  const by = await findFrench(company)
  const { order, invoice } = await buy(company, by)
  // 10,000 without tax, and 20 % of France.
  expect(invoice).toMatchObject({ net: won("10000"), tax: won("2000"), total: won("12000") })
  const { id } = invoice
  expect(await billing.reissues.preview({ id })).toMatchObject({
    difference: won("0"),
    hindrance: expect.stringContaining("Nothing would change"),
  })
  await company.travel({ days: 3 })
  const half = await booksOf(company)
  expect(half.revenue + half.deferred).toBe(10_000n)

  await confirm(company, by)
  expect(await billing.reissues.preview({ id })).toMatchObject({
    before: { percents: ["20"], tax: won("2000"), total: won("12000") },
    after: {
      percents: ["0"],
      tax: won("0"),
      total: won("10000"),
      why: expect.stringContaining("Reverse charge"),
    },
    difference: won("2000"),
    money: won("2000"),
    credit: won("0"),
    hindrance: null,
  })
  const wish = { id, expected: won("10000"), reason: "VIES was away on the day." }
  await expect(by.api.billing.reissues.issue(wish)).rejects.toMatchObject({ status: 403 })
  await expect(billing.reissues.issue({ ...wish, expected: won("12000") })).rejects.toMatchObject({
    code: "billing.reissue_changed",
  })
  // Two runs at the same moment: one does it, the other is told that it is done.
  const both = await Promise.allSettled([billing.reissues.issue(wish), billing.reissues.issue(wish)])
  const [done] = both.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []))
  const refused = both.flatMap((one) => (one.status === "rejected" ? [one.reason as { code: string }] : []))
  expect(refused).toMatchObject([{ code: "billing.reissue_done" }])
  await company.settle()

  const before = await by.api.billing.invoices.get({ id })
  const after = await by.api.billing.invoices.get({ id: done?.invoiceId ?? "" })
  expect(before.creditNotes).toMatchObject([{ cause: "correction", tax: won("2000"), total: won("12000") }])
  expect(invoice.lines[0]?.periodStart).not.toBeNull()
  expect(before.lines[0]?.periodStart).toBe(invoice.lines[0]?.periodStart)
  expect(before).toMatchObject({ standing: "replaced", replacedBy: { id: after.id, number: after.number } })
  expect(after).toMatchObject({
    state: "paid",
    standing: "paid",
    net: won("10000"),
    tax: won("0"),
    paidAt: invoice.paidAt,
    paymentAttemptId: invoice.paymentAttemptId,
    replaces: { id, number: invoice.number },
    lines: [{ taxPercent: "0", periodStart: invoice.lines[0]?.periodStart }],
  })
  expect(after.lines[0]?.steps.join(" ")).toContain("FR40303265045")
  expect(after.number > invoice.number).toBe(true)
  const explained = await by.api.billing.invoices.explain({ id: after.id, lineId: after.lines[0]?.id ?? "" })
  expect(explained.isSame).toBe(true)
  expect((await billing.invoices.list({})).items).toHaveLength(2)
  expect((await by.api.orders.get({ id: order.orderId })).invoiceId).toBe(after.id)

  const mails = (await readMails(company, by.email)).filter(({ subject }) =>
    subject.includes("was corrected"),
  )
  expect(mails).toHaveLength(1)
  expect(mails[0]?.text).toContain("is refunded to your original payment method")
  expect(mails[0]?.attachments.map(({ name }) => name)).toEqual([
    `${before.creditNotes[0]?.number}.pdf`,
    `${after.number}.pdf`,
  ])
  expect((await audit.entries.list({ act: "billing.invoice-reissued" })).items).toMatchObject([
    { subjectId: id, reason: wish.reason, after: { invoiceId: after.id, ground: "reverse_charge" } },
  ])

  // The same days earn the same revenue, and no tax is owed any more.
  await company.travel({ days: 1 })
  const now = await booksOf(company)
  expect(now.tax).toBe(0n)
  expect(now.revenue + now.deferred).toBe(10_000n)
  expect(now.revenue).toBeGreaterThan(half.revenue)
  expect(now.deferred).toBeGreaterThan(0n)
  const until = company.ground.clock.today("Asia/Seoul").toString()
  const report = await billing.taxReport.get({ from: invoice.issuedOn, until })
  expect(report.currencies[0]?.books).toMatchObject({ difference: won("0") })
  await company.checkInvariants()

  // What is taken back later is taken back of the new one, and only once what it cost.
  const [subscription] = (await by.api.billing.subscriptions.list({})).items
  const [period] = (await by.api.billing.refunds.preview({ id: subscription?.id ?? "" })).purchases
  expect(period).toMatchObject({ paid: won("10000"), invoiceIds: [after.id] })
  await billing.creditNotes.issue({ id: after.id, reason: "They leave." })
  await company.settle()
  expect((await billing.reissues.preview({ id: after.id })).hindrance).toContain("credit note has taken back")
  await company.checkInvariants()
})

test("what credit paid is given back as credit, money as credit only by choice; what can't be done is said", async () => {
  await using company = await openShop()
  const { billing, credit, tax } = company.operator.api
  const by = await findFrench(company, { language: "ko" })
  const accountId = by.accountId ?? ""
  await credit.change({
    accountId,
    act: "give",
    kind: "given",
    amount: won("11000"),
    reason: "a bad weekend",
  })
  const order = await company.placeOrder({ by })
  await company.pay(order.attemptId, { card: "no-money" })
  await company.settle({ within: { seconds: 0 } })
  const { paymentRequests } = by.api.billing
  await paymentRequests.useCredit({ id: order.requestId })
  await company.pay((await paymentRequests.pay({ id: order.requestId })).id)
  await company.settle()
  const { invoiceId } = await by.api.orders.get({ id: order.orderId })
  const id = invoiceId ?? ""
  expect(await billing.invoices.get({ id })).toMatchObject({ total: won("12000"), fromCredit: won("11000") })
  await confirm(company, by)
  // 2,000 too much: the card's 1,000 first, the rest was credit.
  expect(await billing.reissues.preview({ id })).toMatchObject({ money: won("1000"), credit: won("1000") })
  const wish = { id, expected: won("10000"), reason: "VIES was away on the day." }
  const done = await billing.reissues.issue({ ...wish, back: "credit" })
  await company.settle()
  const [standing] = (await by.api.credit.standing({})).items
  expect(standing).toMatchObject({ paid: won("1000"), given: won("1000"), held: won("0") })
  expect(await billing.invoices.get({ id: done.invoiceId })).toMatchObject({
    fromCredit: won("10000"),
    paymentAttemptId: null,
    total: won("10000"),
  })
  const [mail] = (await readMails(company, by.email)).filter(({ subject }) => subject.includes("정정"))
  expect(mail?.text).toContain("예치금으로 적립")
  await company.checkInvariants()

  // Somebody who turns out to be where the tax is higher: more than was paid is asked of nobody.
  const private_ = await company.customer({ country: "DE" })
  const sold = await buy(company, private_)
  const profile = await private_.api.identity.profiles.get({ id: private_.accountId ?? "" })
  await private_.api.identity.profiles.save({ ...profile, id: private_.accountId ?? "", country: "FR" })
  await company.settle()
  const larger = await billing.reissues.preview({ id: sold.invoice.id })
  expect(larger).toMatchObject({ after: { total: won("12000") }, difference: won("-100") })
  expect(larger.hindrance).toContain("100 more than was invoiced")
  const asked = { id: sold.invoice.id, expected: won("12000"), reason: "They moved." }
  await expect(billing.reissues.issue(asked)).rejects.toMatchObject({ code: "billing.reissue_larger" })
  // A certificate that holds on the day of the invoice takes its tax away.
  const certificate = { number: "EX-1", reference: "ex-1.pdf", from: "2020-01-01", until: "2099-01-01" }
  await tax.exemptions.add({ id: private_.accountId ?? "", country: "FR", ...certificate })
  expect(await billing.reissues.preview({ id: sold.invoice.id })).toMatchObject({
    after: { total: won("10000"), why: expect.stringContaining("EX-1") },
    money: won("1900"),
    hindrance: null,
  })
  await billing.reissues.issue({ ...asked, expected: won("10000") })
  await company.settle()
  await company.checkInvariants()
  await reissueOwed(company)
})

/** Invoiced first, delivered, and not paid: nothing comes back, less is asked for, and it is late no more. */
async function reissueOwed(company: Company): Promise<void> {
  const { billing, terms } = company.operator.api
  const by = await findFrench(company, { number: "FR83404833048" })
  const { invoices, paymentRequests, subscriptions } = by.api.billing
  await terms.accounts.set({
    id: by.accountId ?? "",
    days: 10,
    limit: won("50000"),
    reason: "they are known",
  })
  const order = await company.placeOrder({ by, paysLater: true })
  await company.settle()
  const id = (await by.api.orders.get({ id: order.orderId })).invoiceId ?? ""
  await confirm(company, by)
  // The page at which they could pay shows the sum that was invoiced.
  const attempt = await paymentRequests.pay({ id: order.requestId })
  expect((await billing.reissues.preview({ id })).hindrance).toContain("under way")
  await company.pay(attempt.id, { card: "no-money" })
  await company.travel({ days: 20 })
  expect((await subscriptions.list({})).items).toMatchObject([{ state: "suspended" }])
  expect(await billing.reissues.preview({ id })).toMatchObject({
    before: { total: won("12000") },
    after: { tax: won("0"), total: won("10000") },
    difference: won("2000"),
    money: won("0"),
    credit: won("0"),
    hindrance: null,
  })
  const wish = { id, expected: won("10000"), reason: "VIES was away on the day." }
  const both = await Promise.allSettled([billing.reissues.issue(wish), billing.reissues.issue(wish)])
  const [done] = both.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []))
  const refused = both.flatMap((one) => (one.status === "rejected" ? [one.reason as { code: string }] : []))
  expect(refused).toMatchObject([{ code: "billing.reissue_done" }])
  await company.settle()
  const after = await invoices.get({ id: done?.invoiceId ?? "" })
  const dueOn = Temporal.PlainDate.from(after.issuedOn).add({ days: 10 }).toString()
  expect(after).toMatchObject({ state: "open", total: won("10000"), left: won("10000"), dueOn })
  expect(await invoices.get({ id })).toMatchObject({ state: "credited", replacedBy: { id: after.id } })
  expect(await paymentRequests.get({ id: order.requestId })).toMatchObject({ left: won("10000"), dueOn })
  expect((await subscriptions.list({})).items).toMatchObject([{ state: "active" }])
  const [mail] = (await readMails(company, by.email)).filter(({ subject }) =>
    subject.includes("was corrected"),
  )
  expect(mail?.text).toContain("Please pay only that one, by")
  expect(mail?.attachments).toHaveLength(2)
  await company.checkInvariants()
  await company.pay((await paymentRequests.pay({ id: order.requestId })).id)
  await company.settle()
  expect(await invoices.get({ id: after.id })).toMatchObject({ state: "paid", left: won("0") })
  expect((await by.api.orders.get({ id: order.orderId })).paidAt).not.toBeNull()
  await company.checkInvariants()
}
