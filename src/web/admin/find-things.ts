import { formatAmount } from "../i18n/format.ts"
import type { Finder, Found, FoundKind } from "./found.ts"

interface ThingFinder {
  readonly permission: string
  /** Whether it may be meant at all; without it: always. */
  readonly fits?: (text: string) => boolean
  readonly find: (finder: Finder, text: string) => Promise<readonly Found[]>
}

/** A screenful; whoever wants more has the list's own filter. */
const most = 5
const page = { limit: most }

/** "ORD-2026-0001", "inv-", "2026": a paper's number has figures or begins as one does. */
const isNumber = (text: string) => /\d|^[a-z]{1,5}-/i.test(text)
const isName = (text: string) => !isNumber(text)

export const thingFinders: readonly ThingFinder[] = [
  {
    permission: "customers.read",
    find: async ({ api }, text) => {
      const { items } = await api.customers.search({ ...page, text })
      // Somebody whose name and address both fit is one customer.
      const once = [...new Map(items.map((item) => [item.accountId, item])).values()]
      return once.map(({ accountId, name, matched }) =>
        found("customer", `customers/${accountId}`, name, matched, accountId),
      )
    },
  },
  {
    permission: "orders.read",
    fits: isNumber,
    find: async (finder, text) =>
      papersOf(finder, "order", "orders", await finder.api.orders.list({ ...page, number: text })),
  },
  {
    permission: "billing.payment-requests.read",
    fits: isNumber,
    find: async (finder, text) =>
      papersOf(
        finder,
        "request",
        "requests",
        await finder.api.billing.paymentRequests.list({ ...page, number: text }),
      ),
  },
  {
    permission: "billing.invoices.read",
    fits: isNumber,
    find: async (finder, text) =>
      papersOf(
        finder,
        "invoice",
        "invoices",
        await finder.api.billing.invoices.list({ ...page, number: text }),
      ),
  },
  {
    permission: "billing.credit-notes.read",
    fits: isNumber,
    find: async ({ api, language }, text) => {
      const { items } = await api.billing.creditNotes.list({ ...page, number: text })
      // It stands on the page of the invoice that it corrects.
      return items.map(({ id, number, invoiceId, accountName, total }) =>
        found(
          "creditNote",
          `invoices/${invoiceId}`,
          number,
          `${accountName} · ${formatAmount(total, language)}`,
          id,
        ),
      )
    },
  },
  {
    permission: "paperwork.quotes.read",
    fits: isNumber,
    find: async (finder, text) =>
      papersOf(finder, "quote", "quotes", await finder.api.paperwork.quotes.list({ ...page, number: text })),
  },
  {
    permission: "billing.subscriptions.read",
    fits: isName,
    find: async ({ api, language }, text) => {
      const { items } = await api.billing.subscriptions.list({ ...page, name: text })
      return items.map(({ id, words, accountName }) =>
        found("subscription", `subscriptions/${id}`, words[language], accountName, id),
      )
    },
  },
  {
    permission: "provisioning.services.read",
    find: async ({ api, language }, text) => {
      const { items } = await api.provisioning.services.list({ ...page, search: text })
      return items.map(({ id, hostname, accountName, planName }) =>
        found("service", `services/${id}`, hostname, `${accountName} · ${planName[language]}`, id),
      )
    },
  },
  {
    permission: "operations.read",
    find: async ({ api }, text) => {
      // Its kinds stand in the program: the list that is filtered to one is what somebody looks for by its words.
      const { items } = await api.operations.kinds()
      const kinds = items.filter(({ name, title }) => has(text, title, name)).slice(0, most)
      return kinds.map(({ name, title }) =>
        found("operation", `operations?name=${encodeURIComponent(name)}`, title, name),
      )
    },
  },
  {
    permission: "catalog.range.read",
    find: async ({ api, language }, text) => {
      const { items } = await api.catalog.range.products.list()
      const all = items.flatMap(({ id, name, slug, plans }) => [
        { id, to: `catalog/${id}`, name, slug, about: "" },
        ...plans.map((plan) => ({
          id: plan.id,
          to: `plans/${plan.id}`,
          name: plan.name,
          slug: plan.slug,
          about: name[language],
        })),
      ])
      return all
        .filter(({ name, slug }) => has(text, name.en, name.ko, slug))
        .slice(0, most)
        .map(({ id, to, name, about }) => found("product", to, name[language], about, id))
    },
  },
  {
    permission: "catalog.coupons.read",
    find: async ({ api }, text) => {
      const { items } = await api.catalog.coupons.list({ ...page, code: text.slice(0, 40) })
      return items.map(({ id, code, name }) => found("coupon", `coupons/${id}`, code, name, id))
    },
  },
  {
    permission: "identity.staff.read",
    find: async ({ api }, text) => {
      const { items } = await api.identity.staff.list()
      return items
        .filter(({ name, email }) => has(text, name, email))
        .slice(0, most)
        .map(({ name, email }) => found("staff", "staff", name, email))
    },
  },
  {
    permission: "desk.views.manage",
    find: async ({ api }, text) => {
      const { items } = await api.desk.views.list({})
      return items
        .filter(({ name }) => has(text, name))
        .slice(0, most)
        .map(({ list, query, name }) => found("view", `${list}?${query}`, name, ""))
    },
  },
]

/** Where what is known by its id alone is read, by what the id begins with. */
const places: Readonly<Record<string, readonly [kind: FoundKind, path: string, permission: string]>> = {
  acc: ["customer", "customers", "customers.read"],
  cpn: ["coupon", "coupons", "catalog.coupons.read"],
  inv: ["invoice", "invoices", "billing.invoices.read"],
  op: ["operation", "operations", "operations.read"],
  ord: ["order", "orders", "orders.read"],
  pln: ["product", "plans", "catalog.range.read"],
  prd: ["product", "catalog", "catalog.range.read"],
  prq: ["request", "requests", "billing.payment-requests.read"],
  quo: ["quote", "quotes", "paperwork.quotes.read"],
  sub: ["subscription", "subscriptions", "billing.subscriptions.read"],
  svc: ["service", "services", "provisioning.services.read"],
}

/** An id, as it stands in a log or a message of a program. */
export function findById({ may }: Finder, text: string): Found[] {
  const [, prefix = ""] = text.match(/^([a-z]{2,3})_[0-9a-z]{20,40}$/) ?? []
  const place = Object.hasOwn(places, prefix) ? places[prefix] : undefined
  if (!place) return []
  const [kind, path, permission] = place
  return may(permission) ? [found(kind, `${path}/${text}`, text, "", text)] : []
}

type Paper = Parameters<typeof formatAmount>[0]

function papersOf(
  { language }: Finder,
  kind: FoundKind,
  path: string,
  { items }: { items: readonly { id: string; number: string | null; accountName: string; total: Paper }[] },
): Found[] {
  return items.map(({ id, number, accountName, total }) =>
    found(kind, `${path}/${id}`, number ?? id, `${accountName} · ${formatAmount(total, language)}`, id),
  )
}

function found(kind: FoundKind, path: string, label: string, about: string, id?: string): Found {
  return { kind, to: `/admin/${path}`, label, about, ...(id ? { id } : {}) }
}

function has(text: string, ...names: readonly string[]): boolean {
  const wanted = text.toLowerCase()
  return names.some((name) => name.toLowerCase().includes(wanted))
}
