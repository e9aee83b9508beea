import type { viewLists } from "#desk/contract"

export type ViewList = (typeof viewLists)[number]

/** Written out, so that the contract itself stays out of the pages' scripts; a name that is none does not compile. */
const lists: Readonly<Record<ViewList, true>> = {
  orders: true,
  subscriptions: true,
  dunning: true,
  invoices: true,
  requests: true,
  "requests/drafts": true,
  "requests/refunds": true,
  quotes: true,
  "credit-notes": true,
  "payment-findings": true,
  referrals: true,
  "price-changes": true,
  "price-changes/simulation": true,
  "price-corrections": true,
  services: true,
  operations: true,
  "bulk-runs": true,
  audit: true,
  privacy: true,
  customers: true,
  "customers/import": true,
  mails: true,
  notices: true,
  coupons: true,
  "figures/sales": true,
  "ledger/entries": true,
  "ledger/tax": true,
  "ledger/tax/documents": true,
  "ledger/tax/places": true,
  "ledger/tax/sales-list": true,
  tenants: true,
}

/** "/ko/admin/orders" is the list of orders; "/admin/orders/ord_…" is none. */
export function listOfPath(path: string): ViewList | undefined {
  const [, name = ""] = path.match(/\/admin\/([a-z/-]+?)(?:\.data)?\/?$/) ?? []
  return Object.hasOwn(lists, name) ? (name as ViewList) : undefined
}
