import { randomBytes } from "node:crypto"
import type { Language } from "#kit/refusal.ts"
import type { Company } from "./company.ts"
import type { Order, Shopper } from "./company-shoppers.ts"
import { insist } from "./insist.ts"
import type { Claim, Sale } from "./sale-claim.ts"
import { workOut } from "./sale-figures.ts"
import { proveBooks, proveInvoice, provePaper } from "./whole-sale-paper.ts"
import { proveKeys, proveMachine, proveMails, proveSecrets, proveTrail } from "./whole-sale-service.ts"

/** What a plan costs, told to nobody but the arithmetic. */
const PRICE_MINOR = 11_000n

/** One server sold from the shop window to its console, each book asked on the way. */
export async function* playWholeSale(company: Company, language: Language): AsyncGenerator<Claim> {
  const buyer = await company.customer({ country: "KR", language })
  const own = workOut([{ minor: PRICE_MINOR, quantity: 1n }])
  yield* proveWindow(company, own.total)
  const order = await placeOrder(company, buyer, language)
  const sale: Sale = { company, buyer, language, order, own }
  yield* proveRequest(sale)
  yield* provePayment(sale)
  yield* proveInvoice(sale)
  yield* provePaper(sale)
  yield* proveBooks(sale)
  yield* proveMachine(sale)
  yield* proveMails(sale)
  const secrets = yield* proveKeys(sale)
  yield* proveSecrets(sale, secrets)
  yield* proveTrail(sale)
  const promises = await company.checkInvariants()
  const asked = promises.filter(({ isSkipped }) => !isSkipped).length
  yield { words: "every promise holds in every book", figure: `${asked} of ${promises.length} asked` }
}

async function* proveWindow(company: Company, total: bigint): AsyncGenerator<Claim> {
  const shown = await company.visitor.catalog.products.get({ slug: "vps", currency: "KRW" })
  const price = shown.plans[0]?.prices.find((one) => one.cycle === "monthly")
  insist("the price in the window", price?.amount, { minor: String(total), currency: "KRW" })
  yield { words: "the price in the window is the whole price", figure: `${total} KRW` }
}

async function placeOrder(company: Company, buyer: Shopper, language: Language): Promise<Order> {
  const product = await company.visitor.catalog.products.get({ slug: "vps", currency: "KRW" })
  const { token } = await buyer.api.orders.carts.create({ currency: "KRW" })
  await buyer.api.orders.carts.addItem({
    token,
    planId: product.plans[0]?.id ?? "",
    cycle: "monthly",
    locationId: product.locations[0]?.id ?? "",
    imageId: product.images[0]?.id ?? "",
    hostname: `${randomBytes(5).toString("hex")}.demo.example`,
    quantity: 1,
  })
  const placed = await buyer.api.orders.checkout({
    cartToken: token,
    country: "KR",
    language,
    acceptTerms: true,
  })
  const attempt = await buyer.api.billing.paymentRequests.pay({ id: placed.paymentRequestId ?? "" })
  return { by: buyer, orderId: placed.id, requestId: placed.paymentRequestId ?? "", attemptId: attempt.id }
}

/** Asked for, and nothing more: a tax document comes with the money. */
async function* proveRequest({ company, buyer, order, own }: Sale): AsyncGenerator<Claim> {
  const request = await buyer.api.billing.paymentRequests.get({ id: order.requestId })
  const amounts = [request.net, request.tax, request.total].map(({ minor }) => minor)
  insist("the request's amounts", amounts, [own.net, own.tax, own.total])
  insist("an invoice before the money", request.invoiceId, null)
  yield {
    words: "the request asks for net, tax and total",
    figure: `${request.number}: ${amounts.join(" + ")}`,
  }
  await company.settle({ within: { seconds: 0 } })
  await company.expectEvents("customer.created", "order.placed")
  yield { words: "so far it was said", figure: "customer.created, order.placed" }
  const attempt = await buyer.api.payments.attempts.get({ id: order.attemptId })
  insist("the attempt", [attempt.state, attempt.amount.minor], ["waiting_for_payer", own.total])
  const page = new URL(attempt.redirectUrl ?? "").pathname
  insist("whose page the payer is sent to", page.startsWith("/sandbox/card/"), true)
  yield { words: "the attempt waits for the payer at the gateway's own page", figure: order.attemptId }
}

async function* provePayment({ company, buyer, order, own }: Sale): AsyncGenerator<Claim> {
  await company.pay(order.attemptId)
  await company.settle()
  const events = [
    "payment.settled",
    "invoice.issued",
    "invoice.paid",
    "order.paid",
    "service.activated",
    "order.delivered",
  ]
  await company.expectEvents(...events)
  yield { words: "after the payment it was said", figure: events.join(", ") }
  const charges = (await company.books()).charges.filter(({ reference }) => reference === order.attemptId)
  const amounts = charges.map(({ amountMinor, currency }) => `${amountMinor} ${currency}`)
  insist("charges in the gateway's own books", amounts, [`${own.total} KRW`])
  yield { words: "the gateway's own books have one charge", figure: amounts.join() }
  const after = await buyer.api.orders.get({ id: order.orderId })
  insist("the order", [after.state, after.needsAttention], ["delivered", false])
  yield { words: "the order is delivered and needs nobody", figure: after.number }
}
