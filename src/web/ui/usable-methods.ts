import type { PageServices } from "../api-context.ts"
import type { Method } from "./method-facts.tsx"

/** What one click can charge for this account: nothing for who may not see it, or has not shown who they are. */
export async function listUsableMethods({ api, me }: PageServices, accountId: string): Promise<Method[]> {
  if (!me.permissions.includes("payments.methods.read")) return []
  const { items } = await api.payments.methods.list({ accountId, limit: 100 })
  return items
    .filter(({ state }) => state === "usable")
    .sort((one, other) => Number(other.isDefault) - Number(one.isDefault))
}
