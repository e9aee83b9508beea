import { and, asc, eq, gt, inArray } from "drizzle-orm"
import { keepSubscription, listAgreements, setTerms } from "#billing"
import type { Context, Reach } from "#kit/context.ts"
import type { Money } from "#kit/money.ts"
import { inSavepoint } from "#kit/work/in-savepoint.ts"
import { getSettings } from "#tenancy"
import type { PriceChange } from "./get-change.ts"
import { mailStop } from "./mail-stop.ts"
import { canMove, undoableOf } from "./price-change.ts"
import { type PriceItem, readItem } from "./price-item.ts"
import { priceChangeItems } from "./tables.ts"
import { unitSince } from "./unit-since.ts"

/** As many as one mail names. */
const AT_ONCE = 200
const wholeHouse: Reach = { kind: "all" }

/** One customer's part of a change that was stopped, with the mail that says so; of very many, with several. */
export async function takeBackAccount(ctx: Context, change: PriceChange, accountId: string): Promise<void> {
  if (change.state !== "stopped") return
  const today = ctx.clock.today((await getSettings(ctx)).timeZone)
  let [last, isMore] = ["", true]
  while (isMore) {
    const rows = await ctx.db
      .select()
      .from(priceChangeItems)
      .where(
        and(
          eq(priceChangeItems.changeId, change.id),
          inArray(priceChangeItems.state, undoableOf(change.stoppedFor)),
          eq(priceChangeItems.accountId, accountId),
          gt(priceChangeItems.id, last),
        ),
      )
      .orderBy(asc(priceChangeItems.id))
      .limit(AT_ONCE)
      .for("update")
    const told: PriceItem[] = []
    for (const item of rows.map(readItem)) {
      if (await takeBack(ctx, item, today)) told.push(item)
    }
    if (told.length > 0) await mailStop(ctx, { changeId: change.id, accountId, items: told })
    last = rows.at(-1)?.id ?? ""
    isMore = rows.length === AT_ONCE
  }
}

/** Whether its customer is to be told: they knew of it, and it does not come. */
async function takeBack(ctx: Context, item: PriceItem, today: Temporal.PlainDate): Promise<boolean> {
  if (!canMove(item.state, "stopped")) return false
  const agreement = (await listAgreements(ctx, wholeHouse, [item.subscriptionId])).get(item.subscriptionId)
  const hasBegun = Temporal.PlainDate.compare(item.firstOn, today) <= 0
  const isPaid =
    agreement !== undefined && Temporal.PlainDate.compare(agreement.one.periodEnd, item.firstOn) > 0
  // Another plan was chosen since: its price is not the one that was to come.
  if (item.state === "moved" && agreement && agreement.one.priceId !== item.newPriceId) return false
  // What is paid or has begun at the other price is not taken back: that is a correction's business.
  if (item.state === "moved" && (hasBegun || isPaid)) return false
  const error = await inSavepoint(ctx, async () => {
    if (agreement && item.state === "moved") await putBack(ctx, item, agreement.one.unit)
    if (agreement && item.state === "ending") await keepSubscription(ctx, item.subscriptionId)
  })
  const after = error
    ? { trouble: error.message.slice(0, 500) }
    : { state: "stopped" as const, trouble: null }
  await ctx.db.update(priceChangeItems).set(after).where(eq(priceChangeItems.id, item.id))
  return !error && agreement !== undefined && item.toldAt !== null
}

async function putBack(ctx: Context, item: PriceItem, now: Money): Promise<void> {
  await setTerms(ctx, {
    subscriptionId: item.subscriptionId,
    versionId: item.oldVersionId,
    priceId: item.oldPriceId,
    unit: unitSince(now, item.newUnitMinor, item.oldUnitMinor),
    isExpected: false,
    reason: `Price change ${item.changeId} was stopped.`,
  })
}
