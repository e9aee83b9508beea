import type { PlainKey } from "../i18n/say.ts"
import type { IconName } from "../ui/icon.tsx"
import type { words } from "./words.ts"

type WordKey = PlainKey<(typeof words)["en"]>

export interface Way {
  readonly to: string
  readonly word: WordKey
  readonly icon: IconName
  /** Who may see it; nothing: every member of staff. */
  readonly permission?: string
  /** The letter after "g" that leads there. */
  readonly key?: string
}

export interface WayGroup {
  readonly word?: WordKey
  readonly ways: readonly Way[]
}

/** Every page of the admin that has a place of its own: the sidebar, the keys and the command palette read this list. */
export const navigation: readonly WayGroup[] = [
  { ways: [{ to: "/admin", word: "overview", icon: "home", key: "h" }] },
  {
    word: "groupSales",
    ways: [
      { to: "/admin/orders", word: "orders", icon: "order", permission: "orders.read", key: "o" },
      {
        to: "/admin/subscriptions",
        word: "subscriptions",
        icon: "calendar",
        permission: "billing.subscriptions.read",
        key: "u",
      },
      { to: "/admin/dunning", word: "dunning", icon: "calendar", permission: "billing.subscriptions.read" },
      {
        to: "/admin/invoices",
        word: "invoices",
        icon: "invoice",
        permission: "billing.invoices.read",
        key: "i",
      },
      {
        to: "/admin/customers",
        word: "customers",
        icon: "customer",
        permission: "customers.read",
        key: "c",
      },
      { to: "/admin/figures", word: "figures", icon: "rise", permission: "analytics.subscriptions.read" },
      { to: "/admin/ledger", word: "books", icon: "chart", permission: "ledger.books.read", key: "b" },
      {
        to: "/admin/catalog",
        word: "catalog",
        icon: "tag",
        permission: "catalog.range.read",
        key: "d",
      },
      {
        to: "/admin/coupons",
        word: "coupons",
        icon: "bookmark",
        permission: "catalog.coupons.read",
        key: "x",
      },
      { to: "/admin/notices", word: "notices", icon: "megaphone", permission: "notices.read", key: "m" },
    ],
  },
  {
    word: "groupRun",
    ways: [
      {
        to: "/admin/services",
        word: "services",
        icon: "service",
        permission: "provisioning.services.read",
        key: "s",
      },
      {
        to: "/admin/operations",
        word: "operations",
        icon: "operation",
        permission: "operations.read",
        key: "p",
      },
      {
        to: "/admin/payment-findings",
        word: "findings",
        icon: "card",
        permission: "payments.findings.read",
      },
      {
        to: "/admin/mails",
        word: "mails",
        icon: "mail",
        permission: "notifications.messages.read",
        key: "l",
      },
      { to: "/admin/audit", word: "audit", icon: "audit", permission: "audit.entries.read", key: "a" },
      { to: "/admin/privacy", word: "privacy", icon: "eye", permission: "privacy.people.read", key: "v" },
    ],
  },
  {
    word: "groupHouse",
    ways: [
      { to: "/admin/staff", word: "staff", icon: "staff", permission: "identity.staff.read", key: "t" },
      {
        to: "/admin/api-keys",
        word: "apiKeys",
        icon: "key",
        permission: "identity.api-keys.read",
        key: "k",
      },
      {
        to: "/admin/content",
        word: "content",
        icon: "megaphone",
        permission: "content.pages.read",
        key: "w",
      },
      { to: "/admin/programs", word: "programs", icon: "globe", permission: "oauth.clients.read", key: "r" },
      {
        to: "/admin/settings",
        word: "settings",
        icon: "settings",
        permission: "tenancy.settings.read",
        key: "e",
      },
      { to: "/admin/tenants", word: "tenants", icon: "shop", permission: "tenancy.tenants.read", key: "n" },
    ],
  },
]

/** What this reader may see of it; the API decides again, call by call. */
export function waysFor(permissions: readonly string[]): WayGroup[] {
  return navigation
    .map((group) => ({
      ...group,
      ways: group.ways.filter(({ permission }) => !permission || permissions.includes(permission)),
    }))
    .filter(({ ways }) => ways.length > 0)
}
