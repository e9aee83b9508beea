import { expect, test } from "vitest"
import type { Company } from "#app/testing/company.ts"
import type { Order, Shopper } from "#app/testing/company-shoppers.ts"
import { readMails } from "#app/testing/read-mails.ts"
import { isFairShare, workOut } from "#app/testing/sale-figures.ts"
import { testCompany } from "#app/testing/test-company.ts"
import { playWholeSale } from "#app/testing/whole-sale.ts"
import { within } from "#kit/context.ts"
import type { Currency } from "#kit/money.ts"
import { getBalance, rollUpBalance } from "#ledger"

const money = (minor: bigint, currency: Currency = "KRW") => ({ minor: String(minor), currency })

test("two won sales, in English and in Korean: first figure is last figure, and every book agrees", async () => {
  await using company = await testCompany({ player: { kind: "dbos" } })
  for (const language of ["en", "ko"] as const) {
    const claims: string[] = []
    for await (const { words } of playWholeSale(company, language)) claims.push(words)
    expect(claims.length).toBeGreaterThan(15)
  }
})

test("a dollar sale of two lines, three servers and a set-up fee, held until an operator approves it", async () => {
  await using company = await testCompany({ player: { kind: "dbos" } })
  const buyer = await company.customer({ country: "DE" })
  const own = workOut([
    { minor: 1_790n, quantity: 2n },
    { minor: 2_690n, quantity: 1n },
    { minor: 900n, quantity: 1n },
  ])
  expect(own).toMatchObject({ total: 7_170n, tax: 652n, net: 6_518n })

  const order = await orderTwoLines(company, buyer, own.total)
  await company.pay(order.attemptId)
  await company.settle()
  await company.expectEvents(
    "customer.created",
    "order.placed",
    "payment.settled",
    "invoice.issued",
    "invoice.paid",
  )
  const held = await company.operator.api.orders.get({ id: order.orderId })
  expect(held).toMatchObject({
    state: "awaiting_approval",
    serviceIds: [],
    can: { approve: true, reject: true },
  })
  expect((await company.books()).servers).toEqual([])

  await company.operator.api.orders.approve({ id: order.orderId })
  await company.settle()
  await company.expectEvents(
    "order.paid",
    "service.activated",
    "service.activated",
    "service.activated",
    "order.delivered",
  )
  await expect(company.operator.api.orders.approve({ id: order.orderId })).rejects.toThrow()
  const delivered = await buyer.api.orders.get({ id: order.orderId })
  expect(delivered).toMatchObject({ state: "delivered", total: money(own.total, "USD") })
  expect(delivered.serviceIds).toHaveLength(3)
  const books = await company.books()
  expect((await company.operator.api.provisioning.servers.list()).items[0]?.services).toBe(3)
  expect(books.servers.map((server) => server.buildCount)).toEqual([1, 1, 1])
  expect(books.charges).toMatchObject([{ amountMinor: String(own.total), currency: "USD" }])

  const invoice = await buyer.api.billing.invoices.get({ id: delivered.invoiceId ?? "" })
  expect(invoice).toMatchObject({
    net: money(own.net, "USD"),
    tax: money(own.tax, "USD"),
    total: money(own.total, "USD"),
  })
  const parts = invoice.lines.map(({ gross, tax }) => `${gross.minor} with ${tax.minor} tax`)
  expect(parts.sort()).toEqual(["2690 with 245 tax", "3580 with 325 tax", "900 with 82 tax"])
  for (const line of invoice.lines) {
    expect(isFairShare({ gross: BigInt(line.gross.minor), tax: BigInt(line.tax.minor) }, own)).toBe(true)
  }
  await expectLedger(company, buyer, { currency: "USD", ...own })
  // In a shop of won: the statement is of what they paid with.
  const statement = await buyer.api.paperwork.statements.get({})
  expect(statement).toMatchObject({ currency: "USD", currencies: ["USD"], closing: money(0n, "USD") })
  expect(statement.lines).toHaveLength(2)
  const trail = await company.operator.api.audit.entries.list({ subjectId: order.orderId })
  expect(trail.items.map((entry) => entry.act).sort()).toEqual([
    "orders.approved",
    "orders.paid",
    "orders.placed",
  ])
  // Whoever reads it sees names, not ids.
  expect(new Set(trail.items.map((entry) => entry.subjectName))).toEqual(new Set([delivered.number]))
  const approved = trail.items.find((entry) => entry.act === "orders.approved")
  expect(approved).toMatchObject({
    actor: { name: expect.stringMatching(/^(?!per_)./), impersonatorName: null },
    accountName: invoice.buyer.name,
  })
  await company.checkInvariants()
})

test("declined, refused at the bank, walked away; then paid: one charge, one invoice, one server", async () => {
  await using company = await testCompany({ player: { kind: "dbos" } })
  const order = await company.placeOrder()
  const again = async () => (await order.by.api.billing.paymentRequests.pay({ id: order.requestId })).id

  await company.pay(order.attemptId, { card: "no-money" })
  await company.settle()
  const declined = await order.by.api.payments.attempts.get({ id: order.attemptId })
  expect(declined).toMatchObject({ state: "declined", words: expect.stringMatching(/\w+/) })
  await company.pay(await again(), { card: "challenge-refused" })
  await company.settle()
  const left = await again()
  await company.pay(left, { card: "nobody" })
  expect(await again()).toBe(left)
  await company.pay(left, { card: "challenge" })
  await company.settle()

  await company.expectEvents(
    "customer.created",
    "order.placed",
    "payment.declined",
    "payment.declined",
    "payment.settled",
    "invoice.issued",
    "invoice.paid",
    "order.paid",
    "service.activated",
    "order.delivered",
  )
  const books = await company.books()
  expect(books.charges).toMatchObject([{ reference: left, amountMinor: "11000" }])
  expect(books.servers).toHaveLength(1)
  const subjects = (await readMails(company, order.by.email)).map((mail) => mail.subject)
  expect(subjects).toHaveLength(5)
  expect(new Set(books.mails.map((mail) => mail.deliveries))).toEqual(new Set([1]))
  await company.checkInvariants()
})

async function orderTwoLines(company: Company, buyer: Shopper, total: bigint): Promise<Order> {
  const { token } = await buyer.api.orders.carts.create({ currency: "USD" })
  const add = async (slug: string, planSlug: string, hostname: string, quantity: number) => {
    const product = await company.visitor.catalog.products.get({ slug, currency: "USD" })
    const plan = product.plans.find((one) => one.slug === planSlug)
    const choice = { locationId: product.locations[1]?.id ?? "", imageId: product.images[0]?.id ?? "" }
    const item = { planId: plan?.id ?? "", cycle: "monthly" as const, ...choice, hostname, quantity }
    await buyer.api.orders.carts.addItem({ token, ...item })
  }
  await add("vps", "vps-grow", "web.example.com", 2)
  await add("storage-vps", "storage-1t", "backup.example.com", 1)
  expect((await company.visitor.orders.carts.get({ token })).total).toEqual(money(total, "USD"))
  const wish = { cartToken: token, country: "DE", language: "en", acceptTerms: true } as const
  const order = await buyer.api.orders.checkout(wish)
  expect(await buyer.api.orders.checkout(wish)).toMatchObject({ id: order.id })
  const attempt = await buyer.api.billing.paymentRequests.pay({ id: order.paymentRequestId ?? "" })
  return { by: buyer, orderId: order.id, requestId: order.paymentRequestId ?? "", attemptId: attempt.id }
}

/** Debits are positive: the cash came in, revenue and tax are owed or earned, and nothing is left over. */
async function expectLedger(
  company: Company,
  buyer: Shopper,
  own: { currency: Currency; total: bigint; net: bigint; tax: bigint },
): Promise<void> {
  const balances = await company.ground.inTenant(company.tenant, async (ctx) => {
    const reach = within(ctx.actor)
    const rolled = async (name: string) => (await rollUpBalance(ctx, reach, name, own.currency)).minor
    const held = async (name: string) => (await getBalance(ctx, reach, name, own.currency)).minor
    return {
      cash: await rolled("cash:sandbox-card"),
      revenue: await rolled("revenue:hosting"),
      tax: await rolled("tax:payable"),
      receivable: await held(`receivable:${buyer.accountId}`),
      unapplied: await held(`unapplied:${buyer.accountId}`),
    }
  })
  expect(balances).toEqual({
    cash: own.total,
    revenue: -own.net,
    tax: -own.tax,
    receivable: 0n,
    unapplied: 0n,
  })
}
