import type { ApiClient, PageServices } from "../api-context.ts"

const namesOf: Readonly<
  Record<string, { readonly may: string; readonly name: (api: ApiClient, id: string) => Promise<string> }>
> = {
  inv: {
    may: "billing.invoices.read",
    name: async (api, id) => (await api.billing.invoices.get({ id })).number,
  },
  op: { may: "operations.read", name: async (api, id) => (await api.operations.get({ id })).title },
  ord: { may: "orders.read", name: async (api, id) => (await api.orders.get({ id })).number },
  svc: {
    may: "provisioning.services.read",
    name: async (api, id) => (await api.provisioning.services.get({ id })).hostname,
  },
}

/** What the things are called that a page leads to, by their ids, as far as its reader may see them. */
export async function nameLinked(
  { api, me }: PageServices,
  ids: readonly (string | null | undefined)[],
): Promise<Readonly<Record<string, string>>> {
  const named = ids.map(async (id) => {
    const kind = id ? namesOf[id.split("_")[0] ?? ""] : undefined
    if (!id || !kind || !me.permissions.includes(kind.may)) return []
    return [[id, await kind.name(api, id)] as const]
  })
  return Object.fromEntries((await Promise.all(named)).flat())
}
