import type { PageServices } from "../api-context.ts"

/** What the customer is called that a list is filtered to; null: nobody is, or the reader may not know. */
export async function nameCustomer(
  { api, me }: PageServices,
  accountId: string | null | undefined,
): Promise<string | null> {
  if (!accountId || !me.permissions.includes("customers.read")) return null
  const { items } = await api.customers.search({ text: accountId, limit: 1 })
  return items.find((item) => item.accountId === accountId)?.name ?? null
}
