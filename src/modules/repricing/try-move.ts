import { and, eq, inArray } from "drizzle-orm"
import { cancelSubscription, comingStart, getCollectingPolicy, listAgreements, setTerms } from "#billing"
import type { Context, Reach } from "#kit/context.ts"
import { type Money, money } from "#kit/money.ts"
import { wordsOf } from "#kit/work/failure.ts"
import { inSavepoint } from "#kit/work/in-savepoint.ts"

import { getSettings } from "#tenancy"
import { getChange } from "./get-change.ts"
import { risePercent } from "./plan-repricing.ts"
import { openStates } from "./price-change.ts"
import { type PriceItem, readItem } from "./price-item.ts"
import { priceChangeItems } from "./tables.ts"
import { unitSince } from "./unit-since.ts"

const wholeHouse: Reach = { kind: "all" }

/** What is due for one agreement by now; what does not work is named, and tried again each day. */
export async function tryMove(ctx: Context, itemId: string): Promise<void> {
  const error = await inSavepoint(ctx, () => moveItem(ctx, itemId))
  if (!error) return
  ctx.log.warn({ itemId, error: wordsOf(error) }, "a price could not be changed")
  await ctx.db
    .update(priceChangeItems)
    .set({ trouble: error.message.slice(0, 500) })
    .where(eq(priceChangeItems.id, itemId))
}

async function moveItem(ctx: Context, itemId: string): Promise<void> {
  const [row] = await ctx.db
    .select()
    .from(priceChangeItems)
    .where(and(eq(priceChangeItems.id, itemId), inArray(priceChangeItems.state, [...openStates])))
    .for("update")
  if (!row) return
  const item = readItem(row)
  const isStaying = item.direction === "same"
  if (item.state === "waiting" && !isStaying) return
  const agreement = (await listAgreements(ctx, wholeHouse, [item.subscriptionId])).get(item.subscriptionId)
  if (!agreement || agreement.one.cancelAtEnd) return close(ctx, item, "gone")
  const { one } = agreement
  // Changed to another plan since, or by hand: the other price is not about it any more.
  const isAnother = one.priceId !== item.oldPriceId || one.versionId !== item.oldVersionId
  if (isAnother) return close(ctx, item, "gone")
  // Time at the old price is still to be asked for before.
  const isNext = Temporal.PlainDate.compare(comingStart(one, 0), item.firstOn) >= 0
  if (!isNext) return
  if (item.state === "agreed" || item.need !== "consent")
    return move(ctx, item, unitSince(one.unit, item.oldUnitMinor, item.newUnitMinor))
  const today = ctx.clock.today((await getSettings(ctx)).timeZone)
  const change = await getChange(ctx, wholeHouse, item.changeId)
  const isAskedSoon = one.nextRequestOn === null || Temporal.PlainDate.compare(one.nextRequestOn, today) <= 0
  if (change.withoutConsent === "end" && isAskedSoon) {
    await cancelSubscription(ctx, { id: one.id, at: "end", reason: "The other price was not agreed to." })
    return close(ctx, item, "ending")
  }
  if (Temporal.PlainDate.compare(item.firstOn, today) <= 0) await close(ctx, item, "kept")
}

async function move(ctx: Context, item: PriceItem, unit: Money): Promise<void> {
  await setTerms(ctx, {
    subscriptionId: item.subscriptionId,
    versionId: item.newVersionId,
    priceId: item.newPriceId,
    unit,
    isExpected: await isExpected(ctx, item),
    reason: `Price change ${item.changeId}, from ${item.firstOn}.`,
  })
  await close(ctx, item, "moved")
}

/**
 * A run may ask for what its customer agreed to. What was merely told may rise as much as a run lets pass unseen: beyond
 * that a person looks once more before anybody is asked for money.
 */
async function isExpected(ctx: Context, item: PriceItem): Promise<boolean> {
  if (item.state === "agreed") return true
  const rise = risePercent({
    before: money(item.beforeMinor, item.currency),
    after: money(item.afterMinor, item.currency),
  })
  const { stopLinePercent: limit } = await getCollectingPolicy(ctx)
  return limit === 0 || rise <= limit
}

async function close(
  ctx: Context,
  { id }: PriceItem,
  state: "gone" | "moved" | "kept" | "ending",
): Promise<void> {
  await ctx.db.update(priceChangeItems).set({ state, trouble: null }).where(eq(priceChangeItems.id, id))
}
