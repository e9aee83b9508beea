import type { PlainKey } from "../i18n/say.ts"
import type { IconName } from "../ui/icon.tsx"
import type { words } from "./inner-pages.words.ts"

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
  { to: "/admin/requests/drafts", word: "drafts", icon: "card", permission: "paperwork.drafts.read" },
  {
    to: "/admin/requests/refunds",
    word: "bankRefunds",
    icon: "card",
    permission: "payments.bank-refunds.read",
  },
  { to: "/admin/figures/sales", word: "sales", icon: "chart", permission: "analytics.subscriptions.read" },
  {
    to: "/admin/subscriptions/new",
    word: "newSubscription",
    icon: "plus",
    permission: "billing.subscriptions.manage",
  },
  { to: "/admin/subscriptions/run", word: "nextRun", icon: "eye", permission: "billing.renewal-run.read" },
  { to: "/admin/ledger/revenue", word: "revenue", icon: "chart", permission: "revenue.months.read" },
  { to: "/admin/ledger/entries", word: "entries", icon: "chart", permission: "ledger.books.read" },
  {
    to: "/admin/ledger/tax/documents",
    word: "taxDocuments",
    icon: "invoice",
    permission: "billing.tax-report.read",
  },
  {
    to: "/admin/ledger/tax/sales-list",
    word: "salesList",
    icon: "globe",
    permission: "billing.tax-report.read",
  },
  {
    to: "/admin/price-changes/simulation",
    word: "simulation",
    icon: "chart",
    permission: "repricing.changes.read",
  },
  {
    to: "/admin/price-corrections/new",
    word: "newCorrection",
    icon: "plus",
    permission: "repricing.corrections.write",
  },
  { to: "/admin/content/new", word: "newArticle", icon: "plus", permission: "content.pages.write" },
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
  { to: "/admin/tenants/new", word: "openShop", icon: "plus", permission: "tenancy.tenants.write" },
]
