import { findPlansOf } from "#catalog"
import type { Context } from "#kit/context.ts"
import type { CollectingPolicy } from "./collecting-policy.ts"

/** By which days each plan is collected: its product's own, or the shop's. A shop without any asks for no plan. */
export async function openProductDays(
  ctx: Context,
  policy: CollectingPolicy,
): Promise<(planId: string) => CollectingPolicy> {
  if (policy.products.length === 0) return () => policy
  const policies = new Map(
    policy.products.map(({ productId, ...days }) => [productId, { ...policy, ...days }]),
  )
  const plans = await findPlansOf(ctx, { kind: "all" }, [...policies.keys()])
  const productOf = new Map(plans.map(({ id, productId }) => [id, productId]))
  return (planId) => policies.get(productOf.get(planId) ?? "") ?? policy
}
