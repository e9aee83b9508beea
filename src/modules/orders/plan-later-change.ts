import { recordAudit } from "#audit"
import { comingStart, isRunning } from "#billing"
import { holdStock } from "#catalog"
import type { Context, Reach } from "#kit/context.ts"
import { isSame, type Money, toWire } from "#kit/money.ts"
import { agreeOn } from "./agree-on.ts"
import { hindranceOf } from "./change-of-plan.ts"
import type { PlanChange } from "./change-of-plan-rows.ts"
import { planChanges } from "./change-of-plan-tables.ts"
import { chargeWith } from "./charge-with.ts"
import { orderRefusals } from "./errors.ts"
import { getPlanChange } from "./get-plan-change.ts"
import type { ChangeFacts } from "./load-change.ts"
import { prepareChange } from "./prepare-change.ts"
import type { WishedPlan } from "./wished-plan.ts"

const wholeHouse: Reach = { kind: "all" }

/** Another plan from the next time on: nothing is paid now, the renewal asks for its price, and the machine follows then. */
export async function planLaterChange(
  ctx: Context,
  {
    facts,
    plan,
    expected,
  }: { readonly facts: ChangeFacts; readonly plan: WishedPlan; readonly expected: Money },
): Promise<PlanChange> {
  const { service, subscription, today } = facts
  if (!isRunning(subscription) || subscription.cancelAtEnd) {
    return orderRefusals.refuse("orders.change_not_possible", { hindrance: "ending" })
  }
  const storageGb = { from: service.plan.resources.storageGb, to: plan.resources.storageGb }
  const hindrance = hindranceOf({
    storageGb,
    isOther: plan.isOther,
    isPaid: true,
    isMixed: false,
    isBothWays: false,
  })
  if (hindrance) orderRefusals.refuse("orders.change_not_possible", { hindrance })
  const price = chargeWith(subscription, plan)({ first: subscription.periodNumber, cycles: 1 })
  if (!isSame(price, expected))
    orderRefusals.refuse("orders.change_differs", { amount: price.minor.toString() })
  const id = ctx.newId("chg")
  const changeOn = comingStart(subscription, 0)
  // The piece that it is stays held while it is the same plan.
  if (plan.planId !== service.planId) await holdStock(ctx, { reference: id, items: [{ plan, quantity: 1 }] })
  await ctx.db.insert(planChanges).values({
    id,
    accountId: subscription.accountId,
    serviceId: service.id,
    subscriptionId: subscription.id,
    fromPlanId: service.planId,
    agreed: agreeOn(plan),
    state: "planned",
    changeOn,
    periodEnd: subscription.periodEnd,
    currency: subscription.unit.currency,
    backMinor: 0n,
    createdAt: ctx.clock.now(),
  })
  await recordAudit(ctx, {
    act: "orders.plan-change-planned",
    subjectId: service.id,
    accountId: subscription.accountId,
    before: { planId: service.planId },
    after: {
      planId: plan.planId,
      options: plan.kept.map(({ words }) => words.en),
      changeOn: changeOn.toString(),
      price: toWire(price),
    },
  })
  await prepareChange(ctx, id, today)
  return getPlanChange(ctx, wholeHouse, id)
}
