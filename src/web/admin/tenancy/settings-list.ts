import type { IconName } from "../../ui/icon.tsx"
import type { words } from "./settings-list.words.ts"

type WordKey = keyof (typeof words)["en"]
/** What has a name, a line that says what it sets, and words it is found by. */
type PlaceName = { [Key in WordKey]: `${Key}.what` extends WordKey ? Key : never }[WordKey]

export interface SettingsPlace {
  readonly name: PlaceName
  readonly to: string
  readonly icon: IconName
  /** Whoever lacks it doesn't see the entry; the page decides again. */
  readonly permission: string
}

export interface Topic {
  readonly topic: "shop" | "money" | "mails" | "people" | "customers" | "team" | "house"
  readonly places: readonly SettingsPlace[]
}

/** Every page on which the shop decides something about itself; a test holds it to the routes. */
export const topics: readonly Topic[] = [
  {
    topic: "shop",
    places: [
      { name: "brand", to: "/admin/settings/brand", icon: "sun", permission: "tenancy.settings.read" },
      { name: "seller", to: "/admin/settings/seller", icon: "shop", permission: "tenancy.settings.read" },
      { name: "hosts", to: "/admin/settings/hosts", icon: "globe", permission: "hosts.names.read" },
      { name: "legal", to: "/admin/content", icon: "invoice", permission: "content.pages.read" },
    ],
  },
  {
    topic: "money",
    places: [
      {
        name: "collecting",
        to: "/admin/settings/collecting",
        icon: "calendar",
        permission: "billing.collecting-policy.read",
      },
      { name: "tax", to: "/admin/settings/tax", icon: "globe", permission: "tax.settings.read" },
      {
        name: "taxReport",
        to: "/admin/ledger/tax",
        icon: "chart",
        permission: "billing.tax-report.read",
      },
      {
        name: "lateFees",
        to: "/admin/settings/late-fees",
        icon: "calendar",
        permission: "fees.policies.read",
      },
      {
        name: "planChanges",
        to: "/admin/settings/plan-changes",
        icon: "service",
        permission: "orders.plan-change-policy.read",
      },
      {
        name: "stayOffer",
        to: "/admin/settings/stay-offer",
        icon: "customer",
        permission: "orders.plan-change-policy.read",
      },
      {
        name: "loyalty",
        to: "/admin/settings/loyalty",
        icon: "customer",
        permission: "billing.loyalty.read",
      },
      {
        name: "referrals",
        to: "/admin/settings/referrals",
        icon: "customer",
        permission: "referrals.policy.read",
      },
      {
        name: "refunds",
        to: "/admin/settings/refunds",
        icon: "invoice",
        permission: "billing.refund-policy.read",
      },
      { name: "credit", to: "/admin/settings/credit", icon: "card", permission: "credit.policy.read" },
    ],
  },
  {
    topic: "mails",
    places: [
      {
        name: "mailTemplates",
        to: "/admin/mail-templates",
        icon: "mail",
        permission: "notifications.templates.read",
      },
      { name: "sender", to: "/admin/settings/brand", icon: "mail", permission: "tenancy.settings.read" },
      { name: "notices", to: "/admin/notices", icon: "megaphone", permission: "notices.read" },
    ],
  },
  {
    topic: "people",
    places: [
      { name: "signIn", to: "/admin/settings/sign-in", icon: "lock", permission: "identity.policy.write" },
      {
        name: "elsewhere",
        to: "/admin/staff/sign-ins",
        icon: "globe",
        permission: "federation.providers.write",
      },
      { name: "programs", to: "/admin/programs", icon: "open", permission: "oauth.clients.read" },
    ],
  },
  {
    topic: "customers",
    places: [
      { name: "tags", to: "/admin/customers/tags", icon: "tag", permission: "customers.define" },
      { name: "fields", to: "/admin/customers/fields", icon: "columns", permission: "customers.define" },
      {
        name: "retention",
        to: "/admin/privacy/retention",
        icon: "calendar",
        permission: "privacy.retention.read",
      },
    ],
  },
  {
    topic: "team",
    places: [
      { name: "staff", to: "/admin/staff", icon: "staff", permission: "identity.staff.read" },
      { name: "roles", to: "/admin/staff/roles", icon: "team", permission: "identity.staff.read" },
      { name: "keys", to: "/admin/api-keys", icon: "key", permission: "identity.api-keys.read" },
      { name: "views", to: "/admin/views", icon: "bookmark", permission: "desk.views.manage" },
    ],
  },
  {
    topic: "house",
    places: [{ name: "tenants", to: "/admin/tenants", icon: "shop", permission: "tenancy.tenants.read" }],
  },
]
