import { and, asc, eq, gt, inArray } from "drizzle-orm"
import { inSavepoint, keepSubscription, listAgreements, setTerms } from "#billing"
import type { Context, Reach } from "#kit/context.ts"
import { money } from "#kit/money.ts"
import { getSettings } from "#tenancy"
import { getChange } from "./get-change.ts"
import { mailStop } from "./mail-stop.ts"
import { canMove } from "./price-change.ts"
import { type PriceItem, readItem } from "./price-item.ts"
import { priceChangeItems } from "./tables.ts"

const ACCOUNTS_AT_ONCE = 25
const MOST_OF_ONE = 500
const wholeHouse: Reach = { kind: "all" }
const undoable = ["waiting", "told", "agreed", "declined", "moved", "ending"] as const
/** Of a version that was a mistake: what was moved already is put right by the correction. */
const unmoved = undoable.filter((state) => state !== "moved")

/** Of a change that was stopped: what has not begun stays at the old price, and whoever was told is told that. */
export async function takeBackItems(ctx: Context, changeId: string, after: string): Promise<string | null> {
  const change = await getChange(ctx, wholeHouse, changeId)
  if (change.state !== "stopped") return null
  const isOpen = and(
    eq(priceChangeItems.changeId, changeId),
    inArray(priceChangeItems.state, change.stoppedFor === "correction" ? unmoved : [...undoable]),
  )
  const accounts = await ctx.db
    .selectDistinct({ id: priceChangeItems.accountId })
    .from(priceChangeItems)
    .where(and(isOpen, gt(priceChangeItems.accountId, after)))
    .orderBy(asc(priceChangeItems.accountId))
    .limit(ACCOUNTS_AT_ONCE)
  const today = ctx.clock.today((await getSettings(ctx)).timeZone)
  for (const { id } of accounts) {
    const rows = await ctx.db
      .select()
      .from(priceChangeItems)
      .where(and(isOpen, eq(priceChangeItems.accountId, id)))
      .orderBy(asc(priceChangeItems.id))
      .limit(MOST_OF_ONE)
      .for("update")
    const told: PriceItem[] = []
    for (const item of rows.map(readItem)) {
      if (await takeBack(ctx, item, today)) told.push(item)
    }
    if (told.length > 0) await mailStop(ctx, { changeId, accountId: id, items: told })
  }
  return accounts.at(-1)?.id ?? null
}

/** Whether its customer is to be told: they knew of it, and it does not come. */
async function takeBack(ctx: Context, item: PriceItem, today: Temporal.PlainDate): Promise<boolean> {
  if (!canMove(item.state, "stopped")) return false
  const agreement = (await listAgreements(ctx, wholeHouse, [item.subscriptionId])).get(item.subscriptionId)
  const hasBegun = Temporal.PlainDate.compare(item.firstOn, today) <= 0
  const isPaid =
    agreement !== undefined && Temporal.PlainDate.compare(agreement.one.periodEnd, item.firstOn) > 0
  // What is paid or has begun at the other price is not taken back: that is a correction's business.
  if (item.state === "moved" && (hasBegun || isPaid)) return false
  const error = await inSavepoint(ctx, async () => {
    if (agreement && item.state === "moved") await putBack(ctx, item)
    if (agreement && item.state === "ending") await keepSubscription(ctx, item.subscriptionId)
  })
  const after = error
    ? { trouble: error.message.slice(0, 500) }
    : { state: "stopped" as const, trouble: null }
  await ctx.db.update(priceChangeItems).set(after).where(eq(priceChangeItems.id, item.id))
  return !error && agreement !== undefined && item.toldAt !== null
}

async function putBack(ctx: Context, item: PriceItem): Promise<void> {
  await setTerms(ctx, {
    subscriptionId: item.subscriptionId,
    versionId: item.oldVersionId,
    priceId: item.oldPriceId,
    unit: money(item.oldUnitMinor, item.currency),
    isExpected: false,
    reason: `Price change ${item.changeId} was stopped.`,
  })
}
