import { eq } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { defaultChangePolicy, type PlanChangePolicy } from "./change-of-plan-policy.ts"
import { planChangePolicies } from "./change-of-plan-tables.ts"

/** What this shop decided, or the house's own. */
export async function getChangePolicy(ctx: Context): Promise<PlanChangePolicy> {
  const [row] = await ctx.db
    .select({ up: planChangePolicies.up, down: planChangePolicies.down })
    .from(planChangePolicies)
    .where(eq(planChangePolicies.id, "policy"))
    .limit(1)
  return row ?? defaultChangePolicy
}
