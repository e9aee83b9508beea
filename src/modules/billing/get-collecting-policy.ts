import { eq } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { type CollectingPolicy, defaultPolicy } from "./collecting-policy.ts"
import { collectingPolicies } from "./collecting-tables.ts"

/** What this shop decided, or the house's own days. */
export async function getCollectingPolicy(ctx: Context): Promise<CollectingPolicy> {
  const [row] = await ctx.db
    .select()
    .from(collectingPolicies)
    .where(eq(collectingPolicies.id, "policy"))
    .limit(1)
  if (!row) return defaultPolicy
  const { tenantId: _tenant, id: _id, ...policy } = row
  return policy
}
