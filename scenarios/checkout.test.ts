import { expect, test } from "vitest"
import type { Company } from "#app/testing/company.ts"
import { tokenFor } from "#app/testing/letters.ts"
import { testCompany } from "#app/testing/test-company.ts"

const PASSWORD = "a password of a buyer"

/** A stranger's cart, checked out under an address; nobody is signed in. */
async function orderAs(company: Company, email: string) {
  const { catalog, orders } = company.visitor
  const product = await catalog.products.get({ slug: "vps", currency: "KRW" })
  const { token } = await orders.carts.create({ currency: "KRW" })
  await orders.carts.addItem({
    token,
    planId: product.plans[0]?.id ?? "",
    cycle: "monthly",
    locationId: product.locations[0]?.id ?? "",
    imageId: product.images[0]?.id ?? "",
    hostname: "web.example.com",
    quantity: 1,
  })
  const order = await orders.checkout({
    cartToken: token,
    person: { name: "Mina Kim", email, password: PASSWORD, consents: { age: true, privacy: true } },
    country: "KR",
    language: "en",
    acceptTerms: true,
  })
  return { order, cart: `cart=${token}` }
}

const ask = (company: Company, path: string, cookie: string, init: object = {}) =>
  company.request(`/api/v1${path}`, { headers: { cookie, origin: company.url }, ...init })

async function pay(company: Company, order: { paymentRequestId: string | null }, cookie: string) {
  const path = `/payment-requests/${order.paymentRequestId}/pay`
  const attempt = await ask(company, path, cookie, { method: "POST" })
  expect(attempt.status).toBe(200)
  await company.pay((await attempt.json()).id)
  await company.settle()
}

async function signIn(company: Company, email: string, password: string, cookie = ""): Promise<string> {
  const answer = await company.request("/api/auth/sign-in/email", {
    json: { email, password },
    headers: { cookie, origin: company.url },
  })
  expect(answer.status).toBe(200)
  return answer.headers.getSetCookie()[0]?.split(";")[0] ?? ""
}

const ordersOf = async (company: Company, cookie: string): Promise<string[]> => {
  const { items } = await (await ask(company, "/orders", cookie)).json()
  return items.map((one: { id: string }) => one.id)
}

test("a stranger orders and pays without a session; the order is theirs once the address is confirmed", async () => {
  await using company = await testCompany()
  const email = "fresh@example.com"
  const { order, cart } = await orderAs(company, email)
  expect((await ask(company, `/orders/${order.id}`, "")).status).toBe(401)
  expect((await ask(company, `/orders/${order.id}`, "cart=somebody-elses")).status).toBe(401)
  await pay(company, order, cart)
  const delivered = await (await ask(company, `/orders/${order.id}`, cart)).json()
  expect(delivered).toMatchObject({ state: "delivered" })
  const [service] = delivered.serviceIds
  expect((await ask(company, `/services/${service}`, cart)).status).toBe(200)
  expect((await ask(company, `/services/${service}/credentials`, cart, { method: "POST" })).status).toBe(401)
  expect((await ask(company, "/invoices", cart)).status).toBe(401)

  const token = await tokenFor(company, email, "/confirm")
  const confirmed = await company.visitor.identity.signUps.confirm({ token, password: PASSWORD })
  expect(confirmed).toEqual({ email, wasKnown: false })
  expect((await ask(company, `/orders/${order.id}`, cart)).status).toBe(401)
  const session = await signIn(company, email, PASSWORD)
  expect(await ordersOf(company, session)).toEqual([order.id])
  expect((await (await ask(company, "/invoices", session)).json()).items).toHaveLength(1)
  await company.expectEvents(
    "order.placed",
    "link.requested",
    "payment.settled",
    "invoice.issued",
    "invoice.paid",
    "order.paid",
    "service.activated",
    "order.delivered",
    "account.claimed",
  )
  await company.checkInvariants()
})

test("a known address is answered as an unknown one; the order waits for its owner's word", async () => {
  await using company = await testCompany()
  const known = await company.customer()
  const [mine, fresh] = [await orderAs(company, known.email), await orderAs(company, "fresh@example.com")]
  const shape = ({ order }: typeof mine) => ({
    ...order,
    id: "",
    number: "",
    accountId: "",
    paymentRequestId: "",
    createdAt: "",
  })
  expect(shape(mine)).toEqual(shape(fresh))
  await pay(company, mine.order, mine.cart)

  const session = await signIn(company, known.email, known.password)
  expect(await ordersOf(company, session)).toEqual([])
  const token = await tokenFor(company, known.email, "/confirm")
  expect(await company.visitor.identity.signUps.confirm({ token })).toMatchObject({ wasKnown: true })
  const again = await signIn(company, known.email, known.password)
  expect(await ordersOf(company, again)).toEqual([mine.order.id])
  const wrong = { json: { email: known.email, password: PASSWORD } }
  expect((await company.request("/api/auth/sign-in/email", wrong)).status).toBe(401)
})

test("signing in where the order was made binds it at once, but only to the address it was made with", async () => {
  await using company = await testCompany()
  const [known, other] = [await company.customer(), await company.customer()]
  const { order, cart } = await orderAs(company, known.email)
  const others = await signIn(company, other.email, other.password, cart)
  expect(await ordersOf(company, others)).toEqual([])
  const session = await signIn(company, known.email, known.password, cart)
  expect(await ordersOf(company, session)).toEqual([order.id])
  expect((await ask(company, `/orders/${order.id}`, cart)).status).toBe(401)
})

test("who ordered twice before reading the mail finds both orders, delivered, after confirming once", async () => {
  await using company = await testCompany()
  const first = await orderAs(company, "twice@example.com")
  const second = await orderAs(company, "twice@example.com")
  for (const { order, cart } of [first, second]) await pay(company, order, cart)
  expect((await company.books()).servers).toHaveLength(2)
  const token = await tokenFor(company, "twice@example.com", "/confirm")
  await company.visitor.identity.signUps.confirm({ token, password: PASSWORD })
  const session = await signIn(company, "twice@example.com", PASSWORD)
  expect((await ordersOf(company, session)).sort()).toEqual([first.order.id, second.order.id].sort())
  // Each is another user's at the panel, and both are this person's here.
  const listed = await ask(company, "/services", session)
  const { items } = (await listed.json()) as { items: { state: string }[] }
  expect(items.map(({ state }) => state)).toEqual(["active", "active"])
})
