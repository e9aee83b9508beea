import { AsyncLocalStorage } from "node:async_hooks"
import { type SQL, sql } from "drizzle-orm"
import { expect, test } from "vitest"
import type { Company } from "#app/testing/company.ts"
import type { Shopper } from "#app/testing/company-shoppers.ts"
import { testCompany } from "#app/testing/test-company.ts"
import { collectPaymentsWork } from "#billing"
import { startWork } from "#kit/work/start-work.ts"
import { findEverywhere } from "#web/admin/find.ts"

/**
 * How many statements each request of a sale may send to the database, a transaction's commit included (what only
 * looks has none; the begin goes along with the first statement) and the look-up of the session not. A request that needs one more fails here: think before raising a number.
 */
const budgets = {
  "a visitor looks at the catalogue": 3,
  // One of these asks where the shop is registered for tax and at which rates: the cart shows the buyer's place's.
  "a visitor opens a cart": 6,
  "a visitor fills the cart": 10,
  // One more reserves what is ordered, in the same transaction: two who come for the last one don't both get it.
  // And one asks whether this customer is on terms: then the invoice comes first.
  "a customer checks out": 21,
  "a customer starts to pay": 7,
  "a visitor asks for the attempt": 1,
  "a customer lists orders": 1,
  "a customer lists services": 1,
  "a customer opens a service": 1,
  "a customer reveals credentials": 4,
  "a customer asks for a sign-on link": 4,
  "a customer lists invoices": 1,
  // The third is for first invoices alone: on which days their things began, which nobody knew when they were issued.
  "a customer opens an invoice": 3,
  "a customer prints an invoice": 3,
  // The second of these asks for the shop's calendar: whose today it is decides how many days are left. The third asks
  // how long this shop lets a service be paused.
  "a customer lists subscriptions": 3,
  "a customer opens a subscription": 3,
  "an operator lists orders": 1,
  "an operator opens an order": 1,
  // One more asks whose invoices are kept for the law alone: a forgotten buyer is not shown.
  "an operator lists invoices": 2,
  // What they are about and whose that is: once more for a page.
  "an operator lists operations": 2,
  "an operator opens an operation": 3,
  // Its entries, and what all that stands in them is called.
  "an operator reads the audit": 2,
  // Of every kind of paper by its number, and of all else by its name: one list each.
  "an operator searches for a number": 20,
  "an operator searches for a name": 16,
} as const
type Request = keyof typeof budgets

/**
 * From the catalogue to the running server, with all that work, events and the stand-ins of gateway, panel and mailbox
 * say besides: a sale takes as long as that. A handful more than counted, for what each fresh connection says once.
 */
const WHOLE_SALE = 434

/**
 * From the request to the receipt by a saved card, with both days' runs, the mails and the gateway's stand-in. Four of
 * them set asking apart, so that what fails in it keeps nothing else of its day waiting; ten ask, once in each day's run,
 * whether what was declined for now is to be tried again at a later hour of the day.
 */
const WHOLE_RENEWAL = 260

type Count = <Answer>(name: Request, ask: () => Promise<Answer>) => Promise<Answer>

test("no request of a sale sends more statements than its budget", async () => {
  // The worker and the stand-ins share the pool: what belongs to a request is known by where it was called from.
  const asking = new AsyncLocalStorage<string[]>()
  let all = 0
  await using company = await testCompany({
    onStatement: (text) => {
      all += 1
      asking.getStore()?.push(text)
    },
  })
  const counted: Partial<Record<Request, number>> = {}
  const count: Count = async (name, ask) => {
    const statements: string[] = []
    const answer = await asking.run(statements, ask)
    counted[name] = statements.length
    return answer
  }
  const by = await company.customer()
  const { api } = by
  all = 0
  const orderId = await playSale(company, api, count)
  const whole = all
  await lookAround(api, count)
  await lookOn(company.operator.api, count, orderId)
  const renew = await openRenewal(company, by)
  all = 0
  await renew()
  const renewal = all
  const over = Object.entries(budgets).filter(([name, most]) => (counted[name as Request] ?? Infinity) > most)
  expect(over.map(([name, most]) => `${name}: ${counted[name as Request]} instead of ${most}`)).toEqual([])
  expect(whole, "the whole sale").toBeLessThanOrEqual(WHOLE_SALE)
  expect(renewal, "the whole renewal").toBeLessThanOrEqual(WHOLE_RENEWAL)
})

async function playSale(company: Company, api: Company["visitor"], count: Count): Promise<string> {
  const { visitor } = company
  const { items } = await count("a visitor looks at the catalogue", () => visitor.catalog.products.list({}))
  const { token } = await count("a visitor opens a cart", () => visitor.orders.carts.create({}))
  const [product] = items
  const item = {
    token,
    planId: product?.plans[0]?.id ?? "",
    locationId: product?.locations[0]?.id ?? "",
    imageId: product?.images[0]?.id ?? "",
    cycle: "monthly" as const,
    hostname: "web.example.com",
    quantity: 1,
  }
  await count("a visitor fills the cart", () => visitor.orders.carts.addItem(item))
  const wish = { cartToken: token, country: "KR", language: "en", acceptTerms: true } as const
  const { id, paymentRequestId } = await count("a customer checks out", () => api.orders.checkout(wish))
  const pay = () => api.billing.paymentRequests.pay({ id: paymentRequestId ?? "" })
  const attempt = await count("a customer starts to pay", pay)
  await count("a visitor asks for the attempt", () => visitor.payments.attempts.get({ id: attempt.id }))
  await company.pay(attempt.id)
  await company.settle()
  return id
}

async function lookAround(api: Company["visitor"], count: Count): Promise<void> {
  const { services } = api.provisioning
  const { invoices } = api.billing
  await count("a customer lists orders", () => api.orders.list({}))
  const listed = await count("a customer lists services", () => services.list({}))
  const service = { id: listed.items[0]?.id ?? "" }
  await count("a customer opens a service", () => services.get(service))
  await count("a customer reveals credentials", () => services.revealCredentials(service))
  await count("a customer asks for a sign-on link", () => services.requestSignOn(service))
  const papers = await count("a customer lists invoices", () => invoices.list({}))
  const invoice = { id: papers.items[0]?.id ?? "" }
  await count("a customer opens an invoice", () => invoices.get(invoice))
  const { subscriptions } = api.billing
  const agreed = await count("a customer lists subscriptions", () => subscriptions.list({}))
  const subscription = { id: agreed.items[0]?.id ?? "" }
  await count("a customer opens a subscription", () => subscriptions.get(subscription))
  await count("a customer prints an invoice", () => invoices.pdf(invoice))
}

async function lookOn(api: Company["visitor"], count: Count, orderId: string): Promise<void> {
  await count("an operator lists orders", () => api.orders.list({}))
  await count("an operator opens an order", () => api.orders.get({ id: orderId }))
  await count("an operator lists invoices", () => api.billing.invoices.list({}))
  const { items } = await count("an operator lists operations", () => api.operations.list({}))
  const operation = { id: items[0]?.id ?? "" }
  await count("an operator opens an operation", () => api.operations.get(operation))
  await count("an operator reads the audit", () => api.audit.entries.list({}))
  const finder = { api, language: "en", may: () => true } as const
  await count("an operator searches for a number", () => findEverywhere(finder, "INV-2026"))
  await count("an operator searches for a name", () => findEverywhere(finder, "Ann Example"))
}

/** The days are moved rather than the clock: thirty days' sweeps are no part of it. */
async function openRenewal(company: Company, by: Shopper): Promise<() => Promise<void>> {
  const { payments, billing } = by.api
  const [subscription] = (await billing.subscriptions.list({})).items
  const id = subscription?.id ?? ""
  const setup = await payments.setups.start({ id: by.accountId ?? "" })
  await company.leaveCard(by, setup.id)
  await company.settle()
  const { methodId } = await payments.setups.get({ id: setup.id })
  await billing.subscriptions.chooseCollection({ id, collection: "automatic", methodId: methodId ?? "" })
  const day = company.ground.clock.today("Asia/Seoul").toString()
  const playRun = async (key: string, prepare: SQL) => {
    await company.ground.inTenant(company.tenant, async (ctx) => {
      await ctx.db.execute(prepare)
      await startWork(ctx, collectPaymentsWork, { day }, { key })
    })
    await company.settle({ within: { hours: 24 } })
  }
  return async () => {
    await playRun("ask", sql`update billing.subscriptions set next_request_on = ${day} where id = ${id}`)
    const request = sql`(select request_id from billing.subscriptions where id = ${id})`
    await playRun("charge", sql`update billing.payment_requests set due_on = ${day} where id = ${request}`)
    expect((await billing.subscriptions.get({ id })).periodNumber).toBe(2)
  }
}
