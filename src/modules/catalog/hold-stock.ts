import { asc, inArray } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { catalogRefusals } from "./errors.ts"
import type { SellablePlan } from "./plan.ts"
import { leftOfPlan } from "./stock.ts"
import { plans, stockHolds } from "./tables.ts"

export interface StockWish {
  /** Whose it is: the id of an order, or of a change of plan. */
  readonly reference: string
  readonly items: readonly {
    readonly plan: Pick<SellablePlan, "planId" | "left">
    readonly quantity: number
  }[]
}

/**
 * Reserves what is being ordered, in the transaction that orders it. Plans with a limit are locked first, in one order
 * for everybody, and counted after: whoever comes at the same moment waits here and sees what is left then.
 */
export async function holdStock(ctx: Context, { reference, items }: StockWish): Promise<void> {
  const wanted = new Map<string, number>()
  for (const { plan, quantity } of items) {
    wanted.set(plan.planId, (wanted.get(plan.planId) ?? 0) + quantity)
  }
  const limited = [...new Set(items.flatMap(({ plan }) => (plan.left === null ? [] : [plan.planId])))]
  if (limited.length > 0) await refuseOversold(ctx, limited, wanted)
  const heldAt = ctx.clock.now()
  await ctx.db.insert(stockHolds).values(
    [...wanted].map(([planId, quantity]) => ({
      id: ctx.newId("sth"),
      planId,
      reference,
      quantity,
      heldAt,
    })),
  )
}

async function refuseOversold(
  ctx: Context,
  limited: readonly string[],
  wanted: ReadonlyMap<string, number>,
): Promise<void> {
  const these = inArray(plans.id, [...limited])
  await ctx.db.select({ id: plans.id }).from(plans).where(these).orderBy(asc(plans.id)).for("update")
  // A statement of its own: the one that waited for the lock would still count what was there before.
  const rows = await ctx.db.select({ id: plans.id, left: leftOfPlan }).from(plans).where(these)
  for (const { id, left } of rows) {
    if (left === null || left >= (wanted.get(id) ?? 0)) continue
    if (left === 0) catalogRefusals.refuse("catalog.plan_sold_out", { planId: id })
    catalogRefusals.refuse("catalog.too_few_left", { planId: id, left })
  }
}
