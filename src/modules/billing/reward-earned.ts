import { recordAudits } from "#audit"
import type { Context } from "#kit/context.ts"
import { money } from "#kit/money.ts"
import { updateRows } from "#kit/write-rows.ts"
import type { Earned } from "./list-earned.ts"
import { keepLoyalty } from "./loyalty.ts"
import { priceCycle } from "./price-cycles.ts"
import { subscriptions } from "./subscription-tables.ts"

/** Gives it to them, by the same two statements. */
export async function rewardEarned(ctx: Context, earned: readonly Earned[]): Promise<void> {
  const changes = earned.map((one) => {
    const discounts = keepLoyalty(one.discounts, { percent: one.percent, from: one.periodNumber })
    const priced = { planId: one.planId, unit: money(BigInt(one.unitMinor), one.currency), discounts }
    return { id: one.id, discounts, nextMinor: priceCycle(priced, one.periodNumber).charged.minor }
  })
  await updateRows(ctx.db, subscriptions, changes)
  await recordAudits(
    ctx,
    earned.map(({ id, accountId, kept, percent }) => ({
      act: "billing.loyalty-earned",
      subjectId: id,
      accountId,
      before: { percent: kept },
      after: { percent },
    })),
  )
}
