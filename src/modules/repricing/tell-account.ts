import { and, asc, eq } from "drizzle-orm"
import { accountTax, listAgreements } from "#billing"
import type { Context, Reach } from "#kit/context.ts"
import { money } from "#kit/money.ts"
import type { PriceChange } from "./get-change.ts"
import { isToBeTold } from "./is-to-be-told.ts"
import type { ChangeGround } from "./load-wish.ts"
import { mailChange } from "./mail-change.ts"
import { planFor } from "./plan-for.ts"
import { type PriceItem, readItem } from "./price-item.ts"
import { priceChangeItems } from "./tables.ts"
import { tryMove } from "./try-move.ts"

/** Nobody has more of one plan; what is above is told the day after. */
const MOST_OF_ONE = 500
const wholeHouse: Reach = { kind: "all" }

/** What one customer is told today, in one mail. */
export async function tellAccount(
  ctx: Context,
  { change, ground, accountId }: { change: PriceChange; ground: ChangeGround; accountId: string },
): Promise<void> {
  if (change.state !== "running") return
  const rows = await ctx.db
    .select()
    .from(priceChangeItems)
    .where(and(isToBeTold(change, ground.today), eq(priceChangeItems.accountId, accountId)))
    .orderBy(asc(priceChangeItems.id))
    .limit(MOST_OF_ONE)
    .for("update")
  const agreements = await listAgreements(
    ctx,
    wholeHouse,
    rows.map(({ subscriptionId }) => subscriptionId),
  )
  const tax = await accountTax(ctx, accountId)
  const told: PriceItem[] = []
  for (const item of rows.map(readItem)) {
    const agreement = agreements.get(item.subscriptionId)
    if (!agreement || agreement.one.cancelAtEnd) {
      await ctx.db.update(priceChangeItems).set({ state: "gone" }).where(eq(priceChangeItems.id, item.id))
      continue
    }
    // As it stands today: it may have been extended, paused or lowered by a coupon since the list was made.
    const unit = money(item.newUnitMinor, item.currency)
    const target = { id: item.newVersionId }
    const plan = planFor(agreement, {
      target,
      price: { id: item.newPriceId, unit },
      ground,
      tax,
      isUnderWay: false,
    })
    if ("hindrance" in plan) {
      await ctx.db.update(priceChangeItems).set({ state: "gone" }).where(eq(priceChangeItems.id, item.id))
      continue
    }
    const isNow = plan.direction !== "same" && Temporal.PlainDate.compare(plan.tellOn, ground.today) <= 0
    const figures = {
      need: plan.need,
      direction: plan.direction,
      beforeMinor: plan.before.minor,
      afterMinor: plan.after.minor,
      firstOn: plan.firstOn,
      tellOn: plan.tellOn,
      ...(isNow ? { state: "told" as const, toldAt: ctx.clock.now() } : {}),
    }
    await ctx.db.update(priceChangeItems).set(figures).where(eq(priceChangeItems.id, item.id))
    if (isNow) told.push(readItem({ ...item, tenantId: ctx.tenant, ...figures }))
  }
  if (told.length === 0) return
  await mailChange(ctx, { change, accountId, items: told })
  for (const item of told) await tryMove(ctx, item.id)
}
