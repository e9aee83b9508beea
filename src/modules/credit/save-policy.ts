import { recordAudit } from "#audit"
import { actorId, type Context, within } from "#kit/context.ts"
import { type CreditPolicy, getPolicy } from "./get-policy.ts"
import { isCreditApplied } from "./queries.ts"
import { creditPolicies } from "./tables.ts"

/** Whether requests use up credit. What is set aside already stays so. */
export async function savePolicy(
  ctx: Context,
  { isApplied }: { readonly isApplied: boolean },
): Promise<CreditPolicy> {
  const reach = within(ctx.actor)
  const before = { isApplied: await isCreditApplied(ctx, reach) }
  const row = { isApplied, changedBy: actorId(ctx.actor), changedAt: ctx.clock.now() }
  await ctx.db
    .insert(creditPolicies)
    .values({ id: "policy", ...row })
    .onConflictDoUpdate({ target: [creditPolicies.tenantId, creditPolicies.id], set: row })
  await recordAudit(ctx, { act: "credit.policy-saved", subjectId: "policy", before, after: { isApplied } })
  return getPolicy(ctx, reach)
}
