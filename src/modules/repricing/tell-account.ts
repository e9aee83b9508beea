import { and, asc, eq, gt } from "drizzle-orm"
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

const AT_ONCE = 200
const wholeHouse: Reach = { kind: "all" }

interface Telling {
  readonly change: PriceChange
  readonly ground: ChangeGround
  readonly accountId: string
}

/** What one customer is told today, in one mail; of very many, in several. */
export async function tellAccount(ctx: Context, telling: Telling): Promise<void> {
  const { change, ground, accountId } = telling
  if (change.state !== "running") return
  let [last, isMore] = ["", true]
  while (isMore) {
    const rows = await ctx.db
      .select()
      .from(priceChangeItems)
      .where(
        and(
          isToBeTold(change, ground.today),
          eq(priceChangeItems.accountId, accountId),
          gt(priceChangeItems.id, last),
        ),
      )
      .orderBy(asc(priceChangeItems.id))
      .limit(AT_ONCE)
      .for("update")
    const told = await planTold(ctx, telling, rows.map(readItem))
    if (told.length > 0) await mailChange(ctx, { change, accountId, items: told })
    for (const item of told) await tryMove(ctx, item.id)
    // Some of them may stay open, for their day has moved: the next ones come after them.
    last = rows.at(-1)?.id ?? ""
    isMore = rows.length === AT_ONCE
  }
}

/** As they stand today: one may have been extended, paused or lowered by a coupon since the list was made. */
async function planTold(
  ctx: Context,
  { ground, accountId }: Telling,
  items: readonly PriceItem[],
): Promise<PriceItem[]> {
  const agreements = await listAgreements(
    ctx,
    wholeHouse,
    items.map(({ subscriptionId }) => subscriptionId),
  )
  const tax = await accountTax(ctx, accountId)
  const told: PriceItem[] = []
  for (const item of items) {
    const agreement = agreements.get(item.subscriptionId)
    if (!agreement || agreement.one.cancelAtEnd) {
      await ctx.db.update(priceChangeItems).set({ state: "gone" }).where(eq(priceChangeItems.id, item.id))
      continue
    }
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
  return told
}
