import { expect, test } from "vitest"
import type { Company } from "#app/testing/company.ts"
import type { Shopper } from "#app/testing/company-shoppers.ts"
import { tearRow } from "#app/testing/tear-row.ts"
import { testCompany } from "#app/testing/test-company.ts"

const won = (minor: string) => ({ minor, currency: "KRW" as const })

async function trust(company: Company, customer: Shopper, days: number, limit: string): Promise<void> {
  const id = customer.accountId ?? ""
  await company.operator.api.terms.accounts.set({ id, days, limit: won(limit), reason: "a good customer" })
}

/** Ordered and never paid: it is delivered on an invoice. */
async function orderOnTerms(company: Company, customer: Shopper) {
  const { token } = await customer.api.orders.carts.create({ currency: "KRW" })
  const product = await company.visitor.catalog.products.get({ slug: "vps", currency: "KRW" })
  const [plan, location, image] = [product.plans[0], product.locations[0], product.images[0]]
  await customer.api.orders.carts.addItem({
    token,
    planId: plan?.id ?? "",
    cycle: "monthly",
    locationId: location?.id ?? "",
    imageId: image?.id ?? "",
    hostname: "terms.demo.example",
    quantity: 1,
  })
  const order = await customer.api.orders.checkout({
    cartToken: token,
    country: "KR",
    language: "en",
    acceptTerms: true,
  })
  await company.settle()
  return customer.api.orders.get({ id: order.id })
}

test("a customer on terms: invoice first, delivered, due later, paid by transfer on its day; then renewed the same way", async () => {
  await using company = await testCompany({ player: { kind: "memory", seed: 1 } })
  const customer = await company.customer()
  await trust(company, customer, 30, "50000")
  const order = await orderOnTerms(company, customer)
  expect(order).toMatchObject({ state: "delivered", paidAt: null })
  const { invoices, paymentRequests, subscriptions } = customer.api.billing
  const invoice = await invoices.get({ id: order.invoiceId ?? "" })
  const dueOn = Temporal.PlainDate.from(invoice.issuedOn).add({ days: 30 }).toString()
  expect(invoice).toMatchObject({ state: "open", dueOn, total: won("11000"), left: won("11000") })
  expect(await paymentRequests.get({ id: invoice.requestId ?? "" })).toMatchObject({ state: "billed", dueOn })
  expect((await customer.api.terms.accounts.get({ id: customer.accountId ?? "" })).terms).toMatchObject({
    days: 30,
    owed: won("11000"),
  })
  await expect(
    company.operator.api.billing.paymentRequests.withdraw({ id: invoice.requestId ?? "", reason: "not so" }),
  ).rejects.toMatchObject({ code: "billing.request_not_open" })
  await company.checkInvariants()

  await company.travel({ days: 28 })
  // The next month was invoiced a week before its first day, and is due 30 days later.
  const owed = (await invoices.list({ state: "open" })).items
  expect(owed).toHaveLength(2)
  expect((await subscriptions.list({})).items[0]).toMatchObject({ state: "active" })
  await company.operator.api.billing.paymentRequests.recordTransfer({
    id: invoice.requestId ?? "",
    amount: won("11000"),
    receivedOn: company.ground.clock.today("Asia/Seoul").toString(),
    reference: "terms customer",
  })
  await company.settle()
  expect(await invoices.get({ id: invoice.id })).toMatchObject({ state: "paid", left: won("0") })
  expect((await customer.api.orders.get({ id: order.id })).paidAt).not.toBeNull()
  await company.checkInvariants()
})

test("an invoice that nobody pays: reminded, missed and suspended from its due day on, nothing more on terms, restored when it is paid", async () => {
  await using company = await testCompany({ player: { kind: "memory", seed: 2 } })
  const customer = await company.customer()
  await trust(company, customer, 10, "50000")
  const order = await orderOnTerms(company, customer)
  const { invoices, paymentRequests, subscriptions } = customer.api.billing
  const { requestId } = await invoices.get({ id: order.invoiceId ?? "" })
  await company.travel({ days: 12 })
  expect((await subscriptions.list({})).items[0]).toMatchObject({ state: "past_due" })
  await company.travel({ days: 9 })
  expect((await subscriptions.list({})).items[0]).toMatchObject({ state: "suspended" })
  const { mails } = await company.books()
  expect(mails.some(({ subject }) => /^Invoice INV-\S+ is due on /.test(subject))).toBe(true)
  expect(mails.some(({ subject }) => subject.startsWith("Payment overdue: "))).toBe(true)
  // While it is overdue, everything else is paid before.
  const { drafts } = company.operator.api.paperwork
  const lines = [{ words: "More", quantity: 1, unit: won("1000") }]
  const draft = await drafts.create({ accountId: customer.accountId ?? "", currency: "KRW", lines })
  const sent = await drafts.send({ id: draft.id })
  expect(await paymentRequests.get({ id: sent.requestId ?? "" })).toMatchObject({ state: "open" })
  const attempt = await paymentRequests.pay({ id: requestId ?? "" })
  await company.settle()
  await company.pay(attempt.id)
  await company.settle()
  expect((await subscriptions.list({})).items[0]).toMatchObject({ state: "active" })
  await company.checkInvariants()
})

test("what is owed: lowered by a credit note, given up as a bad debt once and with its reason, never beyond the limit", async () => {
  await using company = await testCompany({ player: { kind: "memory", seed: 3 } })
  const customer = await company.customer()
  await trust(company, customer, 30, "10000")
  const { billing, ledger, paperwork } = company.operator.api
  const ask = async (minor: string) => {
    const lines = [{ words: "Work", quantity: 1, unit: won(minor) }]
    const wish = {
      accountId: customer.accountId ?? "",
      currency: "KRW" as const,
      lines,
      purchaseOrder: "PO-1",
    }
    const { requestId } = await paperwork.drafts.send({ id: (await paperwork.drafts.create(wish)).id })
    return billing.paymentRequests.get({ id: requestId ?? "" })
  }
  const first = await ask("6000")
  expect(first).toMatchObject({ state: "billed", purchaseOrder: "PO-1" })
  expect(await ask("4001")).toMatchObject({ state: "open" })
  const second = await ask("4000")
  expect(second).toMatchObject({ state: "billed" })

  const invoice = await billing.invoices.get({ id: first.invoiceId ?? "" })
  const lineId = invoice.lines[0]?.id ?? ""
  await billing.creditNotes.issue({
    id: invoice.id,
    lines: [{ lineId, gross: won("1000") }],
    reason: "too much",
  })
  expect(await billing.paymentRequests.get({ id: first.id })).toMatchObject({ left: won("5000") })
  await company.checkInvariants()
  await billing.creditNotes.issue({ id: second.invoiceId ?? "", reason: "never done" })
  expect(await billing.invoices.get({ id: second.invoiceId ?? "" })).toMatchObject({ state: "credited" })
  await company.checkInvariants()

  const write = { id: invoice.id, reason: "They are bankrupt." }
  await expect(customer.api.billing.invoices.writeOff(write)).rejects.toMatchObject({ status: 403 })
  expect(await billing.invoices.writeOff(write)).toMatchObject({ state: "written_off", left: won("0") })
  await billing.invoices.writeOff(write)
  const { items: notes } = await billing.creditNotes.list({ accountId: customer.accountId })
  expect(notes.map(({ invoiceNumber, total }) => [invoiceNumber, total.minor])).toContainEqual([
    invoice.number,
    "1000",
  ])
  const statement = await customer.api.paperwork.statements.get({})
  expect(statement).toMatchObject({ opening: won("0"), closing: won("0"), accountId: customer.accountId })
  // All of it at one moment of the company's clock, so in no order.
  expect(statement.lines.map(({ kind, amount }) => `${kind} ${amount.minor}`).toSorted()).toEqual([
    "credit_note -1000",
    "credit_note -4000",
    "invoice 4000",
    "invoice 6000",
    "written_off -5000",
  ])
  const stranger = await company.customer()
  const { accountId } = customer
  await expect(stranger.api.paperwork.statements.get({ accountId })).rejects.toMatchObject({ status: 404 })
  expect((await customer.api.paperwork.statements.pdf({ language: "ko" })).type).toBe("application/pdf")
  await expect(customer.api.billing.creditNotes.list({})).rejects.toMatchObject({ status: 403 })
  await expect(billing.creditNotes.issue({ id: invoice.id, reason: "too late" })).rejects.toMatchObject({
    code: "billing.invoice_written_off",
  })
  const { items } = await ledger.transfers.list({ account: "losses:bad-debt" })
  expect(items.map(({ amount }) => amount.minor)).toEqual(["5000"])
  await company.checkInvariants()
})

test("a late fee: none by default; once per invoice, capped by law, by a request of its own; none for a disputed one", async () => {
  await using company = await testCompany({ player: { kind: "memory", seed: 4 } })
  const customer = await company.customer()
  await trust(company, customer, 5, "5000000")
  const { billing, fees, paperwork } = company.operator.api
  const ask = async () => {
    const lines = [{ words: "Work", quantity: 1, unit: won("1000000") }]
    const draft = await paperwork.drafts.create({
      accountId: customer.accountId ?? "",
      currency: "KRW",
      lines,
    })
    const { requestId } = await paperwork.drafts.send({ id: draft.id })
    return (await billing.paymentRequests.get({ id: requestId ?? "" })).invoiceId ?? ""
  }
  const [late, disputed, unwritten] = [await ask(), await ask(), await ask()]
  await company.travel({ days: 10 })
  expect(await fees.charges.get({ id: late })).toMatchObject({ state: "none" })
  await fees.policy.save({ kind: "fixed", afterDays: 14, basisPoints: 0, amounts: [won("50000")] })
  await fees.charges.waive({ id: disputed, reason: "They say it was never done." })
  await using torn = await tearRow(company, {
    table: "fees.late_fees",
    act: "insert",
    told: "new.invoice_id",
    id: unwritten,
    words: "A torn page.",
  })
  await company.travel({ days: 15 })
  // One that can't be asked for is named and keeps no other waiting; once it can, it is asked for.
  const stuck = async () => (await company.operator.api.operations.list({ state: ["stuck"] })).items
  expect(await stuck()).toMatchObject([
    { name: "fees.catch-up", subjects: [unwritten], why: expect.stringContaining("A torn page.") as string },
  ])
  await torn.mend()
  await company.travel({ days: 1 })
  expect(await stuck()).toEqual([])
  expect(await fees.charges.get({ id: unwritten })).toMatchObject({ state: "charged" })
  const charged = await fees.charges.get({ id: late })
  expect(charged.state).toBe("charged")
  // 20 % a year of 1,000,000 for 14 days, and not the 50,000 that were wished; and asked for once.
  const request = await customer.api.billing.paymentRequests.get({ id: charged.requestId ?? "" })
  expect(request).toMatchObject({ state: "open", total: won("7671"), tax: won("0") })
  expect(request.lines[0]?.words).toMatch(/^Late fee · invoice INV-/)
  expect(await fees.charges.get({ id: disputed })).toMatchObject({ state: "waived", requestId: null })
  const { items } = await billing.paymentRequests.list({ accountId: customer.accountId, state: "open" })
  expect(items).toHaveLength(2)
  await fees.charges.waive({ id: late, reason: "Paid by cheque." })
  expect(await customer.api.billing.paymentRequests.get({ id: request.id })).toMatchObject({
    state: "withdrawn",
  })
  await company.checkInvariants()
})
