import { and, eq, inArray } from "drizzle-orm"
import { accountTax, comingPrice, comingStart, listAgreements, withTax } from "#billing"
import type { Context, Reach } from "#kit/context.ts"
import type { Money } from "#kit/money.ts"
import { openStates } from "./price-change.ts"
import { readItem } from "./price-item.ts"
import { priceChangeItems } from "./tables.ts"
import { unitSince } from "./unit-since.ts"

const wholeHouse: Reach = { kind: "all" }
/** As far ahead as a price change looks. */
const MOST_AHEAD = 1_100

/** Other options were chosen while another price is to come: both figures of it count them in. Told twice, it changes nothing. */
export async function followOptions(ctx: Context, of: { readonly subscriptionId: string }): Promise<void> {
  const agreement = (await listAgreements(ctx, wholeHouse, [of.subscriptionId])).get(of.subscriptionId)
  if (!agreement) return
  const { one } = agreement
  const [row] = await ctx.db
    .select()
    .from(priceChangeItems)
    .where(
      and(
        eq(priceChangeItems.subscriptionId, one.id),
        eq(priceChangeItems.oldPriceId, one.priceId),
        inArray(priceChangeItems.state, [...openStates]),
      ),
    )
    .limit(1)
    .for("update")
  if (!row || row.oldVersionId !== one.versionId || row.oldUnitMinor === one.unit.minor) return
  const item = readItem(row)
  const newUnit = unitSince(one.unit, item.oldUnitMinor, item.newUnitMinor)
  const tax = await accountTax(ctx, item.accountId)
  let ahead = 0
  while (ahead < MOST_AHEAD && Temporal.PlainDate.compare(comingStart(one, ahead), item.firstOn) < 0) ahead++
  const priceOf = (unit: Money) =>
    withTax(comingPrice(one, ahead, unit), { taxIncluded: tax.taxIncluded, ...tax.ofPlan(one.planId) }).minor
  await ctx.db
    .update(priceChangeItems)
    .set({
      oldUnitMinor: one.unit.minor,
      newUnitMinor: newUnit.minor,
      beforeMinor: priceOf(one.unit),
      afterMinor: priceOf(newUnit),
    })
    .where(eq(priceChangeItems.id, item.id))
}
