import type { PlainKey } from "../i18n/say.ts"
import type { IconName } from "../ui/icon.tsx"
import type { words } from "./palette.words.ts"

export interface InnerPage {
  readonly to: string
  readonly word: PlainKey<(typeof words)["en"]>
  readonly icon: IconName
  readonly permission: string
}

/** Pages that stand behind another one: too many for the sidebar, and found by their names in the command palette. */
export const innerPages: readonly InnerPage[] = [
  { to: "/admin/customers/tags", word: "tags", icon: "tag", permission: "customers.define" },
  { to: "/admin/customers/fields", word: "fields", icon: "columns", permission: "customers.define" },
  { to: "/admin/customers/import", word: "import", icon: "plus", permission: "customers.import" },
  {
    to: "/admin/privacy/retention",
    word: "retention",
    icon: "calendar",
    permission: "privacy.retention.read",
  },
  {
    to: "/admin/credit-notes",
    word: "creditNotes",
    icon: "invoice",
    permission: "billing.credit-notes.read",
  },
  { to: "/admin/requests", word: "requests", icon: "card", permission: "billing.payment-requests.read" },
  { to: "/admin/ledger/tax", word: "taxReport", icon: "chart", permission: "billing.tax-report.read" },
  { to: "/admin/ledger/tax/places", word: "places", icon: "globe", permission: "tax.place-proofs.read" },
  { to: "/admin/quotes", word: "quotes", icon: "tag", permission: "paperwork.quotes.read" },
  { to: "/admin/catalog/new", word: "newProduct", icon: "plus", permission: "catalog.range.write" },
  {
    to: "/admin/price-changes",
    word: "priceChanges",
    icon: "tag",
    permission: "repricing.changes.read",
  },
  {
    to: "/admin/price-corrections",
    word: "priceCorrections",
    icon: "tag",
    permission: "repricing.corrections.read",
  },
  { to: "/admin/referrals", word: "referrals", icon: "customer", permission: "referrals.read" },
  { to: "/admin/coupons/new", word: "newCoupon", icon: "plus", permission: "catalog.coupons.write" },
  { to: "/admin/notices/new", word: "newNotice", icon: "plus", permission: "notices.write" },
  { to: "/admin/views", word: "views", icon: "bookmark", permission: "desk.views.manage" },
  { to: "/admin/bulk-runs", word: "bulkRuns", icon: "check", permission: "desk.bulk-runs.read" },
  { to: "/admin/staff/roles", word: "roles", icon: "staff", permission: "identity.staff.read" },
  {
    to: "/admin/mail-templates",
    word: "mailTemplates",
    icon: "mail",
    permission: "notifications.templates.read",
  },
  { to: "/admin/settings/brand", word: "brand", icon: "sun", permission: "tenancy.settings.read" },
  { to: "/admin/settings/seller", word: "seller", icon: "shop", permission: "tenancy.settings.read" },
  { to: "/admin/tenants/new", word: "openShop", icon: "plus", permission: "tenancy.tenants.write" },
]
