import { listPriced, type PricedAgreement } from "#billing"
import type { PlanVersion } from "#catalog"
import type { Context, Reach } from "#kit/context.ts"
import { encodeKey } from "#kit/paging.ts"
import { openTax } from "#tax"
import { listUnderWay } from "./list-under-way.ts"
import type { ChangeGround, ChangeWish } from "./load-wish.ts"
import { planFor } from "./plan-for.ts"
import type { RepricingPlan } from "./plan-repricing.ts"
import { priceIn } from "./price-in.ts"

/** One agreement, and what the change would mean for it. */
export interface PlannedAgreement extends PricedAgreement {
  readonly target: PlanVersion
  readonly price: ReturnType<typeof priceIn>
  readonly plan: RepricingPlan
  /** Where a list goes on after it. */
  readonly key: string
}

/** A page of those whom the wish is about, oldest first, each with its plan. */
export async function listPlanned(
  ctx: Context,
  reach: Reach,
  {
    wish,
    ground,
    ...page
  }: { wish: ChangeWish; ground: ChangeGround; after?: string | undefined; limit: number },
): Promise<{ readonly items: PlannedAgreement[]; readonly next: string | null }> {
  const { targets } = ground
  const { boughtVersionId, currency, cycle } = wish
  const found = await listPriced(ctx, reach, {
    planIds: targets.map(({ planId }) => planId),
    versionId: boughtVersionId,
    currency,
    cycle: cycle as PricedAgreement["one"]["cycle"] | undefined,
    ...page,
  })
  const underWay = await listUnderWay(
    ctx,
    reach,
    found.items.map(({ one }) => one.id),
  )
  const tax = await openTax(
    ctx,
    ground.settings,
    found.items.map(({ one }) => one.accountId),
  )
  const items = found.items.flatMap((item) => {
    const target = targets.find(({ planId }) => planId === item.one.planId)
    if (!target) return []
    const price = priceIn(target, item.one)
    const plan = planFor(item, {
      target,
      price,
      ground,
      tax: tax.ofAccount(item.one.accountId),
      isUnderWay: underWay.has(item.one.id),
    })
    return [{ ...item, target, price, plan, key: encodeKey(found.key(item)) }]
  })
  return { items, next: found.next }
}
