import { eq } from "drizzle-orm"
import { recordAudit } from "#audit"
import { ensureProduct } from "#catalog"
import { type Context, within } from "#kit/context.ts"
import { getRefundPolicy } from "./get-refund-policy.ts"
import { SHOP_POLICY, type StoredRefundPolicy } from "./money-back.ts"
import { refundPolicies } from "./money-back-tables.ts"

/**
 * What the shop, or a product of it, gives back from now on; null takes a product's own word away. Whatever it says, a
 * consumer gets what the law gives where that is more.
 */
export async function saveRefundPolicy(
  ctx: Context,
  wish: { readonly productId?: string | undefined; readonly policy: StoredRefundPolicy | null },
): Promise<void> {
  const { productId, policy } = wish
  if (productId) await ensureProduct(ctx, within(ctx.actor), productId)
  const id = productId ?? SHOP_POLICY
  const before = await getRefundPolicy(ctx, productId)
  if (policy) {
    const { windowDays, basis, fees, capPercent, holdDays } = policy
    const row = { windowDays, basis, fees: { ...fees }, capPercent, holdDays }
    await ctx.db
      .insert(refundPolicies)
      .values({ id, ...row })
      .onConflictDoUpdate({ target: [refundPolicies.tenantId, refundPolicies.id], set: row })
  } else {
    await ctx.db.delete(refundPolicies).where(eq(refundPolicies.id, id))
  }
  await recordAudit(ctx, {
    act: "billing.refund-policy-changed",
    subjectId: id,
    before: { ...before },
    after: policy ? { ...policy } : null,
  })
}
