import { randomBytes } from "node:crypto"
import { saveSettings } from "#tenancy"
import type { ApiClient } from "../api/api-door.ts"
import { demoSettings } from "../demo/demo-tenant.ts"
import type { Company } from "./company.ts"
import { insist } from "./insist.ts"
import { countDone, type Race } from "./race.ts"

const terms = { country: "KR", language: "en", acceptTerms: true } as const

/** Until the money moves: carts, checkouts, new customers. */
export const racesAtTheShop: readonly Race[] = [
  {
    name: "a checkout clicked three times",
    prepare: async ({ company }) => {
      const { api } = await company.customer()
      const cart = await fillCart(company, api)
      const check = () => api.orders.checkout({ cartToken: cart.token, ...terms })
      return {
        acts: [check, check, check].map((act) => (ask) => ask(act)),
        refusals: [],
        judge: async (answers) => {
          insist("orders given back", idsOf(answers).size, 1)
          insist("orders", (await api.orders.list({})).items.length, 1)
        },
      }
    },
  },
  {
    name: "a checkout sent three times with one idempotency key",
    prepare: async ({ company, rows }) => {
      const buyer = await company.customer()
      const cart = await fillCart(company, buyer.api)
      const key = `race-${cart.token}`
      const check = () => buyer.withKey(key).orders.checkout({ cartToken: cart.token, ...terms })
      return {
        acts: [check, check, check].map((act) => (ask) => ask(act)),
        refusals: ["request.key_in_use"],
        judge: async (answers) => {
          if (countDone(answers) === 0) throw new Error("All three were told that another one is at it.")
          insist("orders given back", idsOf(answers).size, 1)
          const kept = await rows("select 1 from idempotency.answered_requests where id like $1", `%|${key}`)
          insist("kept answers", kept.length, 1)
        },
      }
    },
  },
  {
    name: "one idempotency key for two different carts",
    prepare: async ({ company }) => {
      const buyer = await company.customer()
      const carts = [await fillCart(company, buyer.api), await fillCart(company, buyer.api)]
      const keyed = buyer.withKey(`race-${carts[0]?.token}`)
      return {
        acts: carts.map(
          ({ token }) =>
            (ask) =>
              ask(() => keyed.orders.checkout({ cartToken: token, ...terms })),
        ),
        refusals: ["request.key_in_use", "request.key_reused"],
        judge: async (answers) => {
          insist("done", countDone(answers), 1)
          insist("orders", (await buyer.api.orders.list({})).items.length, 1)
        },
      }
    },
  },
  {
    name: "a checkout while another tab changes the cart",
    prepare: async ({ company, rows }) => {
      const { api } = await company.customer()
      const cart = await fillCart(company, api)
      const item = await cartItem(company, 2)
      return {
        acts: [
          (ask) => ask(() => api.orders.checkout({ cartToken: cart.token, ...terms })),
          (ask) => ask(() => api.orders.carts.addItem({ token: cart.token, ...item })),
          (ask) =>
            ask(() => api.orders.carts.removeItem({ token: cart.token, itemId: cart.items[0]?.id ?? "" })),
        ],
        refusals: ["orders.cart_already_ordered", "orders.cart_empty"],
        judge: async () => {
          const { items } = await api.orders.list({})
          const [order] = items
          if (!order) return
          const lines = await rows<{ found: string; wanted: string }>(
            `select sum(l.net_minor + l.tax_minor)::text as found, (
              select sum(p.amount_minor * i.quantity)::text from orders.order_items i
              join catalog.prices p on p.id = i.price_id where i.order_id = $1) as wanted
            from billing.payment_requests r
            join billing.payment_request_lines l on l.request_id = r.id where r.order_id = $1`,
            order.id,
          )
          insist("the order's total", order.total.minor, lines[0]?.wanted)
          insist("the request's lines", lines[0]?.found, lines[0]?.wanted)
        },
      }
    },
  },
  {
    // Nobody learns from the checkout whether an address is known: both get their order, and nobody is anybody yet.
    name: "two newcomers with one e-mail address",
    prepare: async ({ company, rows }) => {
      const email = `newcomer-${randomBytes(6).toString("hex")}@demo.example`
      const consents = { age: true, privacy: true } as const
      const person = { name: "Demo Newcomer", email, password: "a password of somebody", consents }
      const carts = [await fillCart(company, company.visitor), await fillCart(company, company.visitor)]
      return {
        acts: carts.map(
          ({ token }) =>
            (ask) =>
              ask(() => company.visitor.orders.checkout({ cartToken: token, person, ...terms })),
        ),
        refusals: [],
        judge: async (answers) => {
          insist("done", countDone(answers), carts.length)
          const people = await rows("select 1 from identity.people where email = $1", email)
          insist("people", people.length, 0)
          const accounts = await rows("select 1 from identity.accounts where email = $1", email)
          insist("accounts", accounts.length, carts.length)
        },
      }
    },
  },
  {
    // What a customer saw and paid for must not follow a rate that changes meanwhile.
    name: "a checkout while the tax rate is changed",
    prepare: async ({ company, rows }, turn) => {
      const { api } = await company.customer()
      const cart = await fillCart(company, api)
      const rate = { numerator: BigInt(10 + (turn % 2)), denominator: 100n }
      const publicUrl = company.url
      return {
        acts: [
          (ask) => ask(() => api.orders.checkout({ cartToken: cart.token, ...terms })),
          (ask) =>
            ask(() =>
              company.ground.inTenant(company.tenant, (ctx) =>
                saveSettings(ctx, { ...demoSettings, publicUrl, taxRate: rate }),
              ),
            ),
        ],
        refusals: [],
        judge: async () => {
          const [order] = (await api.orders.list({})).items
          const sums = await rows<{ total: string; lines: string; rates: string }>(
            `select r.total_minor::text as total, sum(l.net_minor + l.tax_minor)::text as lines,
              count(distinct l.tax_rate_numerator)::text as rates
            from billing.payment_requests r
            join billing.payment_request_lines l on l.request_id = r.id
            where r.order_id = $1 group by r.id, r.total_minor`,
            order?.id,
          )
          await company.ground.inTenant(company.tenant, (ctx) =>
            saveSettings(ctx, { ...demoSettings, publicUrl }),
          )
          insist("total and lines", sums[0]?.lines, sums[0]?.total)
          insist("rates in one request", sums[0]?.rates, "1")
        },
      }
    },
  },
]

async function fillCart(company: Company, api: ApiClient) {
  const { token } = await api.orders.carts.create({})
  return api.orders.carts.addItem({ token, ...(await cartItem(company, 1)) })
}

async function cartItem(company: Company, quantity: number) {
  const product = await company.visitor.catalog.products.get({ slug: "vps", currency: "KRW" })
  return {
    planId: product.plans[0]?.id ?? "",
    cycle: "monthly" as const,
    locationId: product.locations[0]?.id ?? "",
    imageId: product.images[0]?.id ?? "",
    hostname: `${randomBytes(5).toString("hex")}.demo.example`,
    quantity,
  }
}

function idsOf(answers: readonly { readonly value: unknown }[]): Set<string> {
  return new Set(answers.flatMap(({ value }) => (value ? [(value as { id: string }).id] : [])))
}
