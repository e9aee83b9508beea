import { eq } from "drizzle-orm"
import type { Context, Reach } from "#kit/context.ts"
import type { Currency } from "#kit/money.ts"
import { getChange, type PriceChange } from "./get-change.ts"
import { groundOf } from "./ground-of.ts"
import { listPlanned, type PlannedAgreement } from "./list-planned.ts"
import type { ChangeWish } from "./load-wish.ts"
import { priceChangeItems, priceChanges } from "./tables.ts"

const AT_ONCE = 200
const wholeHouse: Reach = { kind: "all" }

/** Writes down whom the change is about, a chunk at a time; null when the list is made. */
export async function listItemsOf(ctx: Context, changeId: string, after: string): Promise<string | null> {
  const change = await getChange(ctx, wholeHouse, changeId)
  if (change.state !== "listing") return null
  const page = await listPlanned(ctx, wholeHouse, {
    wish: wishOf(change),
    ground: await groundOf(ctx, change),
    after: after || undefined,
    limit: AT_ONCE,
  })
  const rows = page.items
    .filter(({ one }) => !change.exceptIds.includes(one.id))
    .flatMap((item) => itemRow(ctx, change, item))
  if (rows.length > 0) await ctx.db.insert(priceChangeItems).values(rows).onConflictDoNothing()
  if (page.next === null) {
    await ctx.db.update(priceChanges).set({ state: "running" }).where(eq(priceChanges.id, changeId))
  }
  return page.next
}

function wishOf({ filter, withoutConsent }: PriceChange): ChangeWish {
  const { versionId, currency, cycle } = filter
  return { boughtVersionId: versionId, currency: currency as Currency | undefined, cycle, withoutConsent }
}

function itemRow(ctx: Context, change: PriceChange, { one, target, price, plan }: PlannedAgreement) {
  if ("hindrance" in plan || !price) return []
  return [
    {
      id: ctx.newId("pci"),
      changeId: change.id,
      subscriptionId: one.id,
      accountId: one.accountId,
      accountName: one.accountName,
      words: one.words,
      currency: one.unit.currency,
      cycle: one.cycle,
      beforeMinor: plan.before.minor,
      afterMinor: plan.after.minor,
      oldUnitMinor: one.unit.minor,
      oldVersionId: one.versionId,
      oldPriceId: one.priceId,
      newUnitMinor: price.unit.minor,
      newVersionId: target.id,
      newPriceId: price.id,
      need: plan.need,
      direction: plan.direction,
      firstOn: plan.firstOn,
      tellOn: plan.tellOn,
      state: "waiting" as const,
      createdAt: ctx.clock.now(),
    },
  ]
}
