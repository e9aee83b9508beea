import { and, asc, eq, gt, lte } from "drizzle-orm"
import { accountTax, listAgreements } from "#billing"
import type { Context, Reach } from "#kit/context.ts"
import { money } from "#kit/money.ts"
import { getChange, type PriceChange } from "./get-change.ts"
import { groundOf } from "./ground-of.ts"
import type { ChangeGround } from "./load-wish.ts"
import { mailChange } from "./mail-change.ts"
import { planFor } from "./plan-for.ts"
import { type PriceItem, readItem } from "./price-item.ts"
import { priceChangeItems } from "./tables.ts"
import { tryMove } from "./try-move.ts"

const ACCOUNTS_AT_ONCE = 25
/** Nobody has more of one plan; what is above is told the day after. */
const MOST_OF_ONE = 500
const wholeHouse: Reach = { kind: "all" }

/** Asks and tells whose day has come, one mail a customer. Gives the last account of this chunk, null at the end. */
export async function tellItems(ctx: Context, changeId: string, after: string): Promise<string | null> {
  const change = await getChange(ctx, wholeHouse, changeId)
  if (change.state !== "running") return null
  const ground = await groundOf(ctx, change)
  const accounts = await ctx.db
    .selectDistinct({ id: priceChangeItems.accountId })
    .from(priceChangeItems)
    .where(and(isDue(change, ground.today), gt(priceChangeItems.accountId, after)))
    .orderBy(asc(priceChangeItems.accountId))
    .limit(ACCOUNTS_AT_ONCE)
  for (const { id } of accounts) await tellAccount(ctx, { change, ground, accountId: id })
  return accounts.at(-1)?.id ?? null
}

function isDue(change: PriceChange, today: Temporal.PlainDate) {
  return and(
    eq(priceChangeItems.changeId, change.id),
    eq(priceChangeItems.state, "waiting"),
    lte(priceChangeItems.tellOn, today),
  )
}

async function tellAccount(
  ctx: Context,
  { change, ground, accountId }: { change: PriceChange; ground: ChangeGround; accountId: string },
): Promise<void> {
  const rows = await ctx.db
    .select()
    .from(priceChangeItems)
    .where(and(isDue(change, ground.today), eq(priceChangeItems.accountId, accountId)))
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
    const isNow = Temporal.PlainDate.compare(plan.tellOn, ground.today) <= 0
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
