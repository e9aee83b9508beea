import { recordAudit } from "#audit"
import type { Context } from "#kit/context.ts"
import { getLoyaltyPolicy } from "./get-loyalty-policy.ts"
import { type LoyaltyStep, orderSteps } from "./loyalty.ts"
import { loyaltyPolicies } from "./loyalty-tables.ts"

/** Holds from the next day's run on, for what has not been asked for by then. */
export async function saveLoyaltyPolicy(
  ctx: Context,
  wish: readonly LoyaltyStep[],
): Promise<readonly LoyaltyStep[]> {
  const before = await getLoyaltyPolicy(ctx)
  const steps = orderSteps(wish)
  await ctx.db
    .insert(loyaltyPolicies)
    .values({ id: "policy", steps })
    .onConflictDoUpdate({ target: [loyaltyPolicies.tenantId, loyaltyPolicies.id], set: { steps } })
  await recordAudit(ctx, {
    act: "billing.loyalty-policy-saved",
    subjectId: "policy",
    before: { steps: [...before] },
    after: { steps },
  })
  return steps
}
