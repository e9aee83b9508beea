import { expect, test } from "vitest"
import type { Shopper } from "#app/testing/company-shoppers.ts"
import { testCompany } from "#app/testing/test-company.ts"
import { ApiProblem } from "#kit/problem.ts"

/** Customers of one company, each of whom sees and moves what is theirs and nothing else. */

test("another customer's things answer exactly as things that don't exist", async () => {
  await using company = await testCompany({ player: { kind: "memory", seed: 1 }, buildSeconds: 0 })
  const order = await company.placeOrder()
  await company.pay(order.attemptId)
  await company.settle()
  const { invoiceId, serviceIds } = await order.by.api.orders.get({ id: order.orderId })
  const service = { id: serviceIds[0] ?? "" }
  const signOn = await order.by.api.provisioning.services.requestSignOn(service)
  await company.settle()
  const theirs = {
    orderId: order.orderId,
    requestId: order.requestId,
    invoiceId: invoiceId ?? "",
    service,
    signOn,
  }
  const nobodys = {
    orderId: absent(order.orderId),
    requestId: absent(order.requestId),
    invoiceId: absent(invoiceId ?? ""),
    service: { id: absent(service.id) },
    signOn: { id: absent(signOn.id) },
  }
  const stranger = await company.customer()
  const answers = await askForAll(stranger, theirs)
  expect(answers).toEqual(await askForAll(stranger, nobodys))
  expect(Object.values(answers).every((code) => /\.\w+_missing$/.test(code))).toBe(true)
  expect(await countAll(stranger)).toEqual([0, 0, 0])
  expect(await countAll(order.by)).toEqual([1, 1, 1])
  // The owner's link is still unused: nobody has opened it in passing.
  expect((await order.by.api.provisioning.services.getSignOn(signOn)).state).toBe("ready")
})

test("a customer neither decides about orders nor looks behind the scenes", async () => {
  await using company = await testCompany({ player: { kind: "memory", seed: 1 }, buildSeconds: 0 })
  const { by, orderId } = await company.placeOrder({ product: "storage-vps" })
  const { api } = by
  const refused = await Promise.all([
    codeOf(() => api.orders.approve({ id: orderId })),
    codeOf(() => api.orders.reject({ id: orderId, reason: "mine" })),
    codeOf(() => api.operations.list({})),
    codeOf(() => api.provisioning.servers.list()),
  ])
  expect(new Set(refused)).toEqual(new Set(["request.not_allowed"]))
})

test("a cart takes whole servers, from one to ten", async () => {
  await using company = await testCompany({ player: { kind: "memory", seed: 1 }, buildSeconds: 0 })
  const { catalog, orders } = company.visitor
  const product = await catalog.products.get({ slug: "vps" })
  const { token } = await orders.carts.create({})
  const add = (quantity: number) =>
    orders.carts.addItem({
      token,
      planId: product.plans[0]?.id ?? "",
      cycle: "monthly",
      locationId: product.locations[0]?.id ?? "",
      imageId: product.images[0]?.id ?? "",
      hostname: "web.example.com",
      quantity,
    })
  const odd = [-1, 0, 0.1 + 0.2, 11, 1e308, Number.NaN, Number.POSITIVE_INFINITY]
  for (const quantity of odd) expect(await codeOf(() => add(quantity)), `${quantity}`).toBe("request.invalid")
  expect((await orders.carts.get({ token })).items).toEqual([])
  expect((await add(10)).total.minor).toBe("110000")
})

interface Things {
  readonly orderId: string
  readonly requestId: string
  readonly invoiceId: string
  readonly service: { readonly id: string }
  readonly signOn: { readonly id: string }
}

async function askForAll({ api }: Shopper, { orderId, requestId, invoiceId, service, signOn }: Things) {
  const { services } = api.provisioning
  return {
    order: await codeOf(() => api.orders.get({ id: orderId })),
    request: await codeOf(() => api.billing.paymentRequests.get({ id: requestId })),
    pay: await codeOf(() => api.billing.paymentRequests.pay({ id: requestId })),
    invoice: await codeOf(() => api.billing.invoices.get({ id: invoiceId })),
    pdf: await codeOf(() => api.billing.invoices.pdf({ id: invoiceId })),
    service: await codeOf(() => services.get(service)),
    credentials: await codeOf(() => services.revealCredentials(service)),
    signOn: await codeOf(() => services.requestSignOn(service)),
    link: await codeOf(() => services.getSignOn(signOn)),
  }
}

async function countAll({ api }: Shopper): Promise<number[]> {
  const lists = await Promise.all([
    api.orders.list({}),
    api.provisioning.services.list({}),
    api.billing.invoices.list({}),
  ])
  return lists.map(({ items }) => items.length)
}

/** An id of the same kind that nothing has. */
function absent(id: string): string {
  return `${id.slice(0, -6)}zzzzzz`
}

async function codeOf(ask: () => Promise<unknown>): Promise<string> {
  try {
    await ask()
    return "answered"
  } catch (error) {
    if (!(error instanceof ApiProblem)) throw error
    return error.code
  }
}
