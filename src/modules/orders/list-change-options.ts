import type { z } from "zod"
import { listOffers, listPlanOptions } from "#catalog"
import type { Context, Reach } from "#kit/context.ts"
import { fromWire } from "#kit/money.ts"
import type { changePreviewShape } from "./change-of-plan-contract.ts"
import { describeWish } from "./describe-wish.ts"
import { goAlong } from "./go-along.ts"
import { type ChangeLook, loadChangeView } from "./load-change-view.ts"
import { loadOwnPlan } from "./load-own-plan.ts"

/** The other plans of the same product, each with what changing to it would cost on that day. */
export async function listChangeOptions(
  ctx: Context,
  reach: Reach,
  wanted: ChangeLook,
): Promise<z.infer<typeof changePreviewShape>> {
  const { facts, look, view } = await loadChangeView(ctx, reach, wanted)
  const { service, subscription } = facts
  const products = await listOffers(ctx, { currency: subscription.unit.currency })
  const product = products.find(({ plans }) => plans.some(({ id }) => id === service.planId))
  const others = (product?.plans ?? []).filter(({ id, soldOut }) => id !== service.planId && !soldOut)
  const versionIds = others.map(({ versionId }) => versionId)
  const optionsOf = await listPlanOptions(ctx, versionIds)
  const own = await loadOwnPlan(ctx, facts)
  return {
    ...view,
    hasOptions: own.options.length > 0,
    options: others.flatMap(({ id, name, resources, prices, versionId }) => {
      const price = prices.find(({ cycle }) => cycle === subscription.cycle)
      if (!price) return []
      const plan = {
        planId: id,
        versionId,
        priceId: price.id,
        planName: name,
        resources,
        packageId: 0,
        unit: fromWire(price.amount),
        left: null,
        options: optionsOf.get(versionId) ?? [],
      }
      return describeWish(facts, goAlong(subscription, plan), look)
    }),
  }
}
