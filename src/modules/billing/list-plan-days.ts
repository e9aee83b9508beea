import { findPlansOf } from "#catalog"
import type { Context } from "#kit/context.ts"
import type { CollectingPolicy } from "./collecting-policy.ts"

export interface PlanDays {
  readonly planIds: string[]
  readonly suspendDays: number[]
  readonly terminateDays: number[]
}

/** The plans whose products have days of their own, side by side as a query takes them. */
export async function listPlanDays(ctx: Context, { products }: CollectingPolicy): Promise<PlanDays> {
  const of = new Map(products.map((days) => [days.productId, days]))
  const plans = of.size === 0 ? [] : await findPlansOf(ctx, { kind: "all" }, [...of.keys()])
  const found = plans.flatMap(({ id, productId }) => {
    const days = of.get(productId)
    return days ? [{ id, ...days }] : []
  })
  return {
    planIds: found.map(({ id }) => id),
    suspendDays: found.map((one) => one.suspendDays),
    terminateDays: found.map((one) => one.terminateDays),
  }
}
