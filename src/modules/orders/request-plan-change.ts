import { eq } from "drizzle-orm"
import { recordAudit } from "#audit"
import { requestPayment, type SubscriptionChange, withdrawRequest } from "#billing"
import { holdStock, releaseStock } from "#catalog"
import { type Context, type Reach, within } from "#kit/context.ts"
import { isSame, type Money, toWire } from "#kit/money.ts"
import { agreeOn } from "./agree-on.ts"
import { applyPlanChange } from "./apply-plan-change.ts"
import { type AskedChange, changeLines } from "./change-lines.ts"
import type { ChangeMoment } from "./change-of-plan-policy.ts"
import type { PlanChange } from "./change-of-plan-rows.ts"
import { planChanges } from "./change-of-plan-tables.ts"
import { changeWithTax } from "./change-with-tax.ts"
import { orderRefusals } from "./errors.ts"
import { findOpenChange } from "./find-open-change.ts"
import { getChangePolicy } from "./get-change-policy.ts"
import { getPlanChange } from "./get-plan-change.ts"
import { isDownward } from "./is-downward.ts"
import { keepByPlan } from "./keep-by-plan.ts"
import { loadChange } from "./load-change.ts"
import { loadWish, type Wish } from "./load-wish.ts"
import { momentsOf } from "./moments-of.ts"
import { planLaterChange } from "./plan-later-change.ts"
import { planWish } from "./plan-wish.ts"
import { withdrawPlanned } from "./withdraw-planned.ts"

export interface WantedChange {
  readonly serviceId: string
  readonly wish: Wish
  readonly when: ChangeMoment
  readonly expected: { readonly outcome: SubscriptionChange["outcome"]; readonly amount: Money }
}

const wholeHouse: Reach = { kind: "all" }

/**
 * Another plan, or other options with the same one, from today: a difference is asked for and the change is made when
 * it is paid; where there is nothing to pay it is made at once, and what less costs leaves over goes back with a
 * credit note.
 */
export async function requestPlanChange(
  ctx: Context,
  wanted: WantedChange,
  reach: Reach = within(ctx.actor),
): Promise<PlanChange> {
  await loadChange(ctx, reach, wanted.serviceId)
  await withdrawEarlier(ctx, wanted.serviceId)
  const facts = await loadChange(ctx, reach, wanted.serviceId, "update")
  const plan = await loadWish(ctx, facts, wanted.wish)
  const { service, subscription, today } = facts
  // The shop decides when a change may begin.
  const moments = momentsOf(await getChangePolicy(ctx), subscription, plan)
  if (!moments.includes(wanted.when)) orderRefusals.refuse("orders.moment_not_offered", { when: wanted.when })
  if (isDownward(subscription, plan)) await keepByPlan(ctx, subscription, plan.planId)
  if (wanted.when === "at_end") {
    return planLaterChange(ctx, { facts, plan, expected: wanted.expected.amount })
  }
  const { change, hindrance } = planWish(facts, plan, today)
  if (hindrance) return orderRefusals.refuse("orders.change_not_possible", { hindrance })
  if (!change) return orderRefusals.refuse("orders.change_missing", { serviceId: service.id })
  const amount = changeWithTax(facts, plan.planId, change)
  if (change.outcome !== wanted.expected.outcome || !isSame(amount, wanted.expected.amount)) {
    return orderRefusals.refuse("orders.change_differs", { amount: amount.minor.toString() })
  }
  return record(ctx, { facts, plan, change, amount })
}

async function record(
  ctx: Context,
  { amount, ...asked }: AskedChange & { readonly amount: Money },
): Promise<PlanChange> {
  const { plan, change } = asked
  const { service, subscription, today } = asked.facts
  const id = ctx.newId("chg")
  // The piece that it is stays held while it is the same plan.
  if (plan.planId !== service.planId) await holdStock(ctx, { reference: id, items: [{ plan, quantity: 1 }] })
  const paymentRequestId = change.outcome === "pay" ? await askForIt(ctx, asked) : null
  await ctx.db.insert(planChanges).values({
    id,
    accountId: subscription.accountId,
    serviceId: service.id,
    subscriptionId: subscription.id,
    fromPlanId: service.planId,
    agreed: agreeOn(plan),
    state: "awaiting_payment",
    changeOn: today,
    periodEnd: change.end,
    currency: plan.unit.currency,
    backMinor: change.outcome === "give_back" ? amount.minor : 0n,
    paymentRequestId,
    createdAt: ctx.clock.now(),
  })
  await recordAudit(ctx, {
    act: "orders.plan-change-requested",
    subjectId: service.id,
    accountId: subscription.accountId,
    before: { planId: service.planId },
    after: {
      planId: plan.planId,
      options: plan.kept.map(({ words }) => words.en),
      outcome: change.outcome,
      amount: toWire(amount),
      paymentRequestId,
    },
  })
  if (!paymentRequestId) await applyPlanChange(ctx, id)
  return getPlanChange(ctx, wholeHouse, id)
}

async function askForIt(ctx: Context, asked: AskedChange): Promise<string> {
  const { subscription } = asked.facts
  const { id } = await requestPayment(ctx, {
    accountId: subscription.accountId,
    orderId: null,
    purpose: "change",
    currency: subscription.unit.currency,
    lines: changeLines(asked, ctx.language),
  })
  return id
}

/** Whoever chooses again has thought better of the first choice; money that still comes for it goes back. */
async function withdrawEarlier(ctx: Context, serviceId: string): Promise<void> {
  const open = await findOpenChange(ctx, wholeHouse, { serviceId }, "update")
  if (open?.state === "planned") {
    if (open.paidOn) orderRefusals.refuse("orders.change_not_possible", { hindrance: "planned_and_paid" })
    return withdrawPlanned(ctx, open)
  }
  if (!open?.paymentRequestId) return
  await withdrawRequest(ctx, wholeHouse, { id: open.paymentRequestId, reason: "Another change was chosen." })
  await ctx.db.update(planChanges).set({ state: "withdrawn" }).where(eq(planChanges.id, open.id))
  await releaseStock(ctx, { reference: open.id })
}
