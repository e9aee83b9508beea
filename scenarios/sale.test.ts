import { expect, test } from "vitest"
import type { Company } from "#app/testing/company.ts"
import type { Order, Shopper } from "#app/testing/company-shoppers.ts"
import { readMails } from "#app/testing/read-mails.ts"
import { testCompany } from "#app/testing/test-company.ts"
import { within } from "#kit/context.ts"
import type { Currency } from "#kit/money.ts"
import { getBalance, rollUpBalance } from "#ledger"
import { isFairShare, workOut } from "./parts/arithmetic.ts"
import { openPanelLink } from "./parts/panel.ts"

const money = (minor: bigint, currency: Currency = "KRW") => ({ minor: String(minor), currency })

test("a won sale: first figure is last figure, and every book agrees", async () => {
  await using company = await testCompany()
  const buyer = await company.customer({ country: "KR", language: "ko" })
  const own = workOut([{ minor: 11_000n, quantity: 1n }])
  expect(own).toMatchObject({ total: 11_000n, net: 10_000n, tax: 1_000n })

  const shown = await company.visitor.catalog.products.get({ slug: "vps", currency: "KRW" })
  const price = shown.plans[0]?.prices.find((one) => one.cycle === "monthly")
  expect(price?.amount).toEqual(money(own.total))

  const order = await company.placeOrder({ by: buyer })
  const request = await buyer.api.billing.paymentRequests.get({ id: order.requestId })
  expect(request).toMatchObject({ net: money(own.net), tax: money(own.tax), total: money(own.total) })
  expect(request.invoiceId).toBeNull()
  await company.settle({ within: { seconds: 0 } })
  await company.expectEvents("customer.created", "order.placed")
  expect((await buyer.api.billing.invoices.list({})).items).toEqual([])

  await company.pay(order.attemptId)
  await company.settle()
  await company.expectEvents(
    "payment.settled",
    "invoice.issued",
    "invoice.paid",
    "order.paid",
    "service.activated",
    "order.delivered",
  )
  const after = await buyer.api.orders.get({ id: order.orderId })
  expect(after).toMatchObject({ state: "delivered", total: money(own.total), needsAttention: false })

  const invoice = await buyer.api.billing.invoices.get({ id: after.invoiceId ?? "" })
  expect(invoice).toMatchObject({
    number: expect.stringMatching(/^INV-\d{4}-000001$/),
    state: "paid",
    net: money(own.net),
    tax: money(own.tax),
    total: money(own.total),
    paymentAttemptId: order.attemptId,
  })
  expect(invoice.lines).toHaveLength(1)
  expect(invoice.lines[0]).toMatchObject({
    net: money(own.net),
    tax: money(own.tax),
    gross: money(own.total),
    taxPercent: "10",
    reason: { quantity: "1", unit: money(11_000n), cycle: "monthly" },
  })
  expect((await company.books()).charges).toMatchObject([
    { reference: order.attemptId, amountMinor: String(own.total), currency: "KRW" },
  ])
  await expectLedger(company, buyer, { currency: "KRW", ...own })
  await expectMails(company, buyer, invoice)
  await expectKeysToFit(company, buyer, after.serviceIds[0] ?? "")
  await company.checkInvariants()
})

test("a dollar sale of two lines, three servers and a set-up fee, held until an operator approves it", async () => {
  await using company = await testCompany()
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
  const trail = await company.operator.api.audit.entries.list({ subjectId: order.orderId })
  expect(trail.items.map((entry) => entry.act).sort()).toEqual([
    "orders.approved",
    "orders.paid",
    "orders.placed",
  ])
  await company.checkInvariants()
})

test("declined, refused at the bank, walked away; then paid: one charge, one invoice, one server", async () => {
  await using company = await testCompany()
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
  const attempt = await buyer.api.billing.paymentRequests.pay({ id: order.paymentRequestId })
  return { by: buyer, orderId: order.id, requestId: order.paymentRequestId, attemptId: attempt.id }
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

/** Three mails, in the buyer's language, each once; the paper in the receipt is the paper of the API. */
async function expectMails(
  company: Company,
  buyer: Shopper,
  invoice: { id: string; number: string },
): Promise<void> {
  const mails = await readMails(company, buyer.email)
  // Each mail goes its own way, so the first one sent need not be the first to arrive.
  const about = (words: string) => mails.find((mail) => mail.subject.includes(words))
  const received = about("주문이 접수되었습니다")
  const receipt = about(invoice.number)
  const ready = about("서버 설치가 완료되었습니다")
  expect(mails).toHaveLength(3)
  expect([received, receipt, ready]).not.toContain(undefined)
  expect(received?.text).toContain("11,000")
  expect(receipt?.text).toMatch(/10,000[\s\S]*1,000[\s\S]*11,000/)
  const pdf = receipt?.attachments[0]
  expect(pdf?.name).toBe(`${invoice.number}.pdf`)
  expect(pdf?.content.subarray(0, 5).toString()).toBe("%PDF-")
  const fromApi = await buyer.api.billing.invoices.pdf({ id: invoice.id })
  expect(Buffer.from(await fromApi.arrayBuffer()).equals(pdf?.content ?? Buffer.alloc(0))).toBe(true)
  expect(ready?.attachments).toEqual([])
  const { items } = await buyer.api.provisioning.services.list({})
  const { password } = await buyer.api.provisioning.services.revealCredentials({ id: items[0]?.id ?? "" })
  for (const mail of mails) expect(mail.text).not.toContain(password)
}

/** Credentials that work in the machine's own console, behind a link that opens once. */
async function expectKeysToFit(company: Company, buyer: Shopper, serviceId: string): Promise<void> {
  const service = await buyer.api.provisioning.services.get({ id: serviceId })
  expect(service).toMatchObject({
    state: "active",
    addresses: [expect.stringMatching(/^\d+\.\d+\.\d+\.\d+$/)],
  })
  const credentials = await buyer.api.provisioning.services.revealCredentials({ id: serviceId })
  const { id } = await buyer.api.provisioning.services.requestSignOn({ id: serviceId })
  await company.settle({ within: { seconds: 30 } })
  const link = await buyer.api.provisioning.services.getSignOn({ id })
  expect(link.state).toBe("ready")
  expect((await buyer.api.provisioning.services.getSignOn({ id })).url).toBeNull()
  const panel = await openPanelLink(link.url ?? "")
  expect(panel.text).toContain(service.hostname)
  expect(await panel.signIn("root", "not the password")).toBe("Login incorrect.")
  expect(await panel.signIn(credentials.user, credentials.password)).toBe(
    `Signed in as root@${service.hostname}.`,
  )
  expect((await openPanelLink(link.url ?? "")).status).toBe(403)
  const seen = await company.operator.api.audit.entries.list({ subjectId: serviceId })
  expect(seen.items.map((entry) => entry.act)).toContain("provisioning.credentials-revealed")
}
