import { recordAudit } from "#audit"
import type { Context } from "#kit/context.ts"
import type { PlanChangePolicy } from "./change-of-plan-policy.ts"
import { planChangePolicies } from "./change-of-plan-tables.ts"
import { getChangePolicy } from "./get-change-policy.ts"

/** Holds for what is asked for from now on; what is planned already stays planned. */
export async function saveChangePolicy(ctx: Context, wish: PlanChangePolicy): Promise<PlanChangePolicy> {
  const before = await getChangePolicy(ctx)
  const { up, down } = wish
  await ctx.db
    .insert(planChangePolicies)
    .values({ id: "policy", up, down })
    .onConflictDoUpdate({
      target: [planChangePolicies.tenantId, planChangePolicies.id],
      set: { up, down },
    })
  await recordAudit(ctx, {
    act: "orders.plan-change-policy-changed",
    subjectId: "policy",
    before: { ...before },
    after: { up, down },
  })
  return { up, down }
}
