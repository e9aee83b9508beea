import type { ApiClient } from "../api-context.ts"
import { formatAmount } from "../i18n/format.ts"
import type { Language } from "../i18n/languages.ts"

export interface Found {
  readonly kind: "order" | "invoice" | "service" | "customer"
  readonly to: string
  readonly label: string
  readonly about: string
}

export interface Finder {
  readonly api: ApiClient
  readonly language: Language
  readonly may: (permission: string) => boolean
}

/** A screenful; whoever wants more has the list's own filter. */
const most = 5

/** What of each kind answers to a word: numbers by their beginning, names and machines by any part. */
export async function findEverywhere({ api, language, may }: Finder, text: string): Promise<Found[]> {
  const page = { limit: most }
  const found = await Promise.all([
    may("orders.read") ? api.orders.list({ ...page, number: text }) : null,
    may("billing.invoices.read") ? api.billing.invoices.list({ ...page, number: text }) : null,
    may("provisioning.services.read") ? api.provisioning.services.list({ ...page, search: text }) : null,
    may("customers.read") ? api.customers.search({ ...page, text }) : null,
  ])
  const [orders, invoices, services, customers] = found
  return [
    ...(orders?.items ?? []).map(({ id, number, accountName, total }) => ({
      kind: "order" as const,
      to: `/admin/orders/${id}`,
      label: number,
      about: `${accountName} · ${formatAmount(total, language)}`,
    })),
    ...(invoices?.items ?? []).map(({ id, number, accountName, total }) => ({
      kind: "invoice" as const,
      to: `/admin/invoices/${id}`,
      label: number,
      about: `${accountName} · ${formatAmount(total, language)}`,
    })),
    ...(services?.items ?? []).map(({ id, hostname, accountName, planName }) => ({
      kind: "service" as const,
      to: `/admin/services/${id}`,
      label: hostname,
      about: `${accountName} · ${planName[language]}`,
    })),
    ...(customers?.items ?? []).map(({ accountId, name, matched }) => ({
      kind: "customer" as const,
      to: `/admin/customers/${accountId}`,
      label: name,
      about: matched,
    })),
  ]
}
