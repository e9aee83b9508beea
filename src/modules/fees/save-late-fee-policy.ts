import { recordAudit } from "#audit"
import { actorId, type Context } from "#kit/context.ts"
import { getLateFeePolicy } from "./get-late-fee-policy.ts"
import type { LateFeePolicy } from "./plan-late-fee.ts"
import { lateFeePolicies } from "./tables.ts"

/** Holds from the next day's run on; what was asked for stays asked for. */
export async function saveLateFeePolicy(ctx: Context, wish: LateFeePolicy): Promise<LateFeePolicy> {
  const before = await getLateFeePolicy(ctx)
  const row = { ...wish, changedBy: actorId(ctx.actor), changedAt: ctx.clock.now() }
  await ctx.db
    .insert(lateFeePolicies)
    .values({ id: "policy", ...row })
    .onConflictDoUpdate({ target: [lateFeePolicies.tenantId, lateFeePolicies.id], set: row })
  await recordAudit(ctx, {
    act: "fees.policy-saved",
    subjectId: "policy",
    before: { ...before },
    after: { ...wish },
  })
  return wish
}
