import type { BigShop, ListPlace } from "./big-shop.ts"
import { rareWords } from "./growths.ts"

interface PageWish {
  readonly limit: number
  readonly after?: string
}

/** A list as a page asks for it: the same procedure with the same words. */
export interface ListCase {
  readonly name: string
  read(shop: BigShop, page: PageWish): Promise<{ readonly items: readonly unknown[] }>
  /** Where its page 10,000 begins, for lists that have one. */
  readonly place?: ListPlace
  readonly limit?: number
  /** It may find nobody: half a number, for one. */
  readonly isEmpty?: boolean
}

/** A customer's own lists have no page 10,000: they have the same rows in both shops. */
export const listCases: readonly ListCase[] = [
  ...casesOf("orders", (shop) => shop.staff.orders, {
    place: { table: "orders.orders", moment: "created_at" },
    filters: {
      "state, usual": { wish: { state: "delivered" }, where: "state = 'delivered'" },
      "state, rare": { wish: { state: "awaiting_approval" } },
      "number, whole": { wish: (shop) => ({ number: shop.seed.orderNumber }) },
      "number, its first letters": { wish: { number: "O-000" } },
      "number, rare": { wish: { number: rareWords.orderNumber } },
      account: { wish: (shop) => ({ accountId: shop.seed.accountId }) },
    },
  }),
  ...casesOf("invoices", (shop) => shop.staff.billing.invoices, {
    place: { table: "billing.invoices", moment: "issued_at" },
    filters: {
      "number, whole": { wish: (shop) => ({ number: shop.seed.invoiceNumber }) },
      "number, a year": { wish: { number: "INV-2023" } },
      account: { wish: (shop) => ({ accountId: shop.seed.accountId }) },
    },
  }),
  ...casesOf("subscriptions", (shop) => shop.staff.billing.subscriptions, {
    place: { table: "billing.subscriptions", moment: "created_at" },
    filters: {
      "state, usual": { wish: { state: "active" }, where: "state = 'active'" },
      "state, rare": { wish: { state: "past_due" } },
      "plan, usual": { wish: (shop) => ({ planId: shop.seed.planId }) },
      "plan, rare": { wish: (shop) => ({ planId: shop.seed.otherPlanId }) },
      "name, usual": { wish: { name: "Kim" } },
      "name, nobody's": { wish: { name: "Zacharias" }, isEmpty: true },
    },
  }),
  ...casesOf("services", (shop) => shop.staff.provisioning.services, {
    place: { table: "provisioning.services", moment: "created_at" },
    filters: {
      "state, usual": { wish: { state: "active" }, where: "state = 'active'" },
      "state, rare": { wish: { state: "needs_attention" } },
      "search, host name": { wish: { search: "web" } },
      "search, rare host name": { wish: { search: rareWords.hostname } },
      "search, address": { wish: { search: "10.0.0.87" } },
      "search, nothing": { wish: { search: "nothing.example" }, isEmpty: true },
    },
  }),
  ...casesOf("operations", (shop) => shop.staff.operations, {
    place: { table: "work.operations", moment: "created_at" },
    filters: {
      "state, usual": { wish: { state: ["done"] }, where: "state = 'done'" },
      "state, rare": { wish: { state: ["stuck"] } },
      "name, usual": { wish: { name: "billing.document" } },
      "name, rare": { wish: { name: rareWords.work } },
      subject: { wish: (shop) => ({ subject: shop.seed.serviceId }) },
    },
  }),
  ...casesOf("audit", (shop) => shop.staff.audit.entries, {
    place: { table: "audit.entries", moment: "at" },
    filters: {
      "act, usual": { wish: { act: "orders.pay" } },
      "act, rare": { wish: { act: rareWords.act } },
      subject: { wish: { subjectId: `ord_${"77".padStart(26, "0")}` } },
      "actor, usual": { wish: (shop) => ({ actorId: shop.seed.actorId }) },
      "actor, in somebody's name": { wish: { actorId: "per_impersonator" } },
    },
  }),
  ...casesOf("mails", (shop) => shop.staff.notifications.messages, {
    place: { table: "notifications.messages", moment: "created_at" },
    filters: {
      "state, usual": { wish: { state: "sent" }, where: "state = 'sent'" },
      "state, rare": { wish: { state: "failed" } },
      "template, usual": { wish: { template: "billing.receipt" } },
      "template, rare": { wish: { template: rareWords.template } },
      "address, usual": { wish: { to: "customer" } },
      "address, one": { wish: { to: "customer77@" } },
      "subject, usual": { wish: (shop) => ({ subject: shop.seed.subjectWord }) },
      "subject, rare": { wish: { subject: rareWords.subject }, isEmpty: true },
    },
  }),
  ...casesOf("customers", (shop) => shop.staff.customers, {
    place: { table: "identity.accounts", moment: "created_at" },
    isOneWay: true,
    filters: {
      "country, usual": { wish: { country: "KR" } },
      "country, rare": { wish: { country: rareWords.country } },
      "state active": { wish: { state: "active" } },
      "state former": { wish: { state: "former" } },
      "state prospect": { wish: { state: "prospect" } },
      trouble: { wish: { hasTrouble: true } },
      "tag, usual": { wish: (shop) => ({ tagId: shop.tagIds.common }) },
      "tag, rare": { wish: (shop) => ({ tagId: shop.tagIds.rare }) },
      "half a phone number": { wish: { search: "4821" } },
      "a whole phone number": { wish: { search: "010-4821-7730" } },
      "half a name": { wish: { search: "neider" } },
      "half a Korean name": { wish: { search: "서연" } },
      "half an address": { wish: { search: "tomer77@ma" }, isEmpty: true },
    },
  }),
  {
    name: "⌘K: half a phone number",
    read: (shop) => shop.staff.customers.search({ text: "010-4821", limit: 5 }),
  },
  ...casesOf("portal's orders", (shop) => shop.customer.orders, { filters: {} }),
  ...casesOf("portal's invoices", (shop) => shop.customer.billing.invoices, { filters: {} }),
  ...casesOf("portal's subscriptions", (shop) => shop.customer.billing.subscriptions, { filters: {} }),
  ...casesOf("portal's services", (shop) => shop.customer.provisioning.services, { filters: {} }),
]

/** What the pages beside their rows count, told with its own bound. */
export const counted = {
  "subscriptions by state": (shop: BigShop) => shop.staff.billing.subscriptions.counts(),
  "customers by tag": (shop: BigShop) => shop.staff.customers.tags.list(),
} as const

interface Filter<Wish> {
  readonly wish: Partial<Wish> | ((shop: BigShop) => Partial<Wish>)
  /** The same in SQL, where it has a page 10,000. */
  readonly where?: string
  readonly isEmpty?: boolean
}

interface Listing<Wish> {
  list(wish: Wish): Promise<{ readonly items: readonly unknown[] }>
}

function casesOf<Wish extends object>(
  list: string,
  of: (shop: BigShop) => Listing<Wish>,
  plan: {
    readonly place?: ListPlace
    /** It can't be turned round. */
    readonly isOneWay?: boolean
    readonly filters: Readonly<Record<string, Filter<NoInfer<Wish>>>>
  },
): ListCase[] {
  const { place, filters } = plan
  const read =
    (wish: object | ((shop: BigShop) => object)): ListCase["read"] =>
    (shop, page) =>
      of(shop).list({ ...page, ...(typeof wish === "function" ? wish(shop) : wish) } as Wish)
  const oldest = { name: `${list}, oldest first`, read: read({ order: "oldest" }) }
  return [
    { name: list, read: read({}), ...(place ? { place } : {}) },
    ...(plan.isOneWay
      ? []
      : [{ ...oldest, ...(place ? { place: { ...place, order: "oldest" as const } } : {}) }]),
    ...(place ? [{ name: `${list}, CSV's first rows`, read: read({}), limit: 100 }] : []),
    ...Object.entries(filters).map(([name, { wish, where, isEmpty }]) => ({
      name: `${list}: ${name}`,
      read: read(wish),
      ...(place && where ? { place: { ...place, where } } : {}),
      ...(isEmpty ? { isEmpty } : {}),
    })),
  ]
}
