import { recordAudit } from "#audit"
import type { Context } from "#kit/context.ts"
import { getStayPolicy, type StayPolicy } from "./get-stay-policy.ts"
import { stayPolicyRows } from "./stay-tables.ts"

export async function saveStayPolicy(ctx: Context, { offer }: StayPolicy): Promise<StayPolicy> {
  const before = await getStayPolicy(ctx)
  await ctx.db
    .insert(stayPolicyRows)
    .values({ id: "policy", offer })
    .onConflictDoUpdate({ target: [stayPolicyRows.tenantId, stayPolicyRows.id], set: { offer } })
  await recordAudit(ctx, {
    act: "orders.stay-policy-changed",
    subjectId: "policy",
    before: { ...before },
    after: { offer },
  })
  return { offer }
}
