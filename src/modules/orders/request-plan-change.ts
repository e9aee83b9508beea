import { eq } from "drizzle-orm"
import { recordAudit } from "#audit"
import {
  CHANGE_RULE,
  type DocumentLineInput,
  gatewayLeast,
  nameParts,
  planSubscriptionChange,
  requestPayment,
  type SubscriptionChange,
  withdrawRequest,
  writeChange,
} from "#billing"
import { getSellablePlan, holdStock, releaseStock, type SellablePlan } from "#catalog"
import { type Context, type Reach, within } from "#kit/context.ts"
import { isSame, type Money, subtract, toWire } from "#kit/money.ts"
import { agreeOn } from "./agree-on.ts"
import { applyPlanChange } from "./apply-plan-change.ts"
import { hindranceOf } from "./change-of-plan.ts"
import { type ChangeMoment, momentsFor } from "./change-of-plan-policy.ts"
import type { PlanChange } from "./change-of-plan-rows.ts"
import { planChanges } from "./change-of-plan-tables.ts"
import { changeWithTax } from "./change-with-tax.ts"
import { chargeWith } from "./charge-with.ts"
import { orderRefusals } from "./errors.ts"
import { findOpenChange } from "./find-open-change.ts"
import { getChangePolicy } from "./get-change-policy.ts"
import { getPlanChange } from "./get-plan-change.ts"
import { goAlong, type PlanWithAll } from "./go-along.ts"
import { isDownward } from "./is-downward.ts"
import { type ChangeFacts, loadChange } from "./load-change.ts"
import { planLaterChange } from "./plan-later-change.ts"
import { withdrawPlanned } from "./withdraw-planned.ts"

export interface WantedChange {
  readonly serviceId: string
  readonly planId: string
  readonly when: ChangeMoment
  readonly expected: { readonly outcome: SubscriptionChange["outcome"]; readonly amount: Money }
}

const wholeHouse: Reach = { kind: "all" }

/**
 * Another plan from today: a difference is asked for and the plan changes when it is paid; where there is nothing to
 * pay it changes at once, and what a cheaper one leaves over goes back with a credit note.
 */
export async function requestPlanChange(
  ctx: Context,
  wanted: WantedChange,
  reach: Reach = within(ctx.actor),
): Promise<PlanChange> {
  await loadChange(ctx, reach, wanted.serviceId)
  await withdrawEarlier(ctx, wanted.serviceId)
  const facts = await loadChange(ctx, reach, wanted.serviceId, "update")
  const { service, subscription, today } = facts
  const { currency } = subscription.unit
  const other = await getSellablePlan(ctx, { planId: wanted.planId, cycle: subscription.cycle, currency })
  const plan = goAlong(subscription, other)
  await refuseMoment(ctx, facts, plan, wanted.when)
  if (wanted.when === "at_end") {
    return planLaterChange(ctx, { facts, plan, expected: wanted.expected.amount })
  }
  const change = planSubscriptionChange({
    periods: facts.periods,
    changeOn: today,
    chargeOf: chargeWith(subscription, plan),
    gatewayLeast: gatewayLeast(currency),
  })
  refuseHindered(facts, plan, change)
  if (!change) return orderRefusals.refuse("orders.change_missing", { serviceId: service.id })
  const amount = changeWithTax(facts, plan.planId, change)
  if (change.outcome !== wanted.expected.outcome || !isSame(amount, wanted.expected.amount)) {
    return orderRefusals.refuse("orders.change_differs", { amount: amount.minor.toString() })
  }
  const id = ctx.newId("chg")
  await holdStock(ctx, { reference: id, items: [{ plan, quantity: 1 }] })
  const paymentRequestId =
    change.outcome === "pay" ? await askForDifference(ctx, { facts, plan, change }) : null
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
    currency,
    backMinor: change.outcome === "give_back" ? amount.minor : 0n,
    paymentRequestId,
    createdAt: ctx.clock.now(),
  })
  await recordAudit(ctx, {
    act: "orders.plan-change-requested",
    subjectId: service.id,
    accountId: subscription.accountId,
    before: { planId: service.planId },
    after: { planId: plan.planId, outcome: change.outcome, amount: toWire(amount), paymentRequestId },
  })
  if (!paymentRequestId) await applyPlanChange(ctx, id)
  return getPlanChange(ctx, wholeHouse, id)
}

/** The shop decides when another plan may begin. */
async function refuseMoment(
  ctx: Context,
  { subscription }: ChangeFacts,
  plan: SellablePlan,
  when: ChangeMoment,
): Promise<void> {
  const moments = momentsFor(await getChangePolicy(ctx), isDownward(subscription, plan))
  if (!moments.includes(when)) orderRefusals.refuse("orders.moment_not_offered", { when })
}

function refuseHindered(
  { service }: ChangeFacts,
  plan: SellablePlan,
  change: SubscriptionChange | undefined,
): void {
  const hindrance = hindranceOf({
    from: { planId: service.planId, storageGb: service.plan.resources.storageGb },
    to: { planId: plan.planId, storageGb: plan.resources.storageGb },
    isPaid: change !== undefined,
  })
  if (hindrance) orderRefusals.refuse("orders.change_not_possible", { hindrance })
}

/** Whoever chooses again has thought better of the first choice; money that still comes for it goes back. */
async function withdrawEarlier(ctx: Context, serviceId: string): Promise<void> {
  const open = await findOpenChange(ctx, wholeHouse, { serviceId }, "update")
  if (open?.state === "planned") {
    if (open.paidOn) orderRefusals.refuse("orders.change_not_possible", { hindrance: "planned_and_paid" })
    return withdrawPlanned(ctx, open)
  }
  if (!open?.paymentRequestId) return
  await withdrawRequest(ctx, wholeHouse, { id: open.paymentRequestId, reason: "Another plan was chosen." })
  await ctx.db.update(planChanges).set({ state: "withdrawn" }).where(eq(planChanges.id, open.id))
  await releaseStock(ctx, { reference: open.id })
}

interface AskedChange {
  readonly facts: ChangeFacts
  /** With what goes along. */
  readonly plan: PlanWithAll<SellablePlan>
}

async function askForDifference(
  ctx: Context,
  of: AskedChange & { readonly change: SubscriptionChange },
): Promise<string> {
  const { subscription } = of.facts
  const { id } = await requestPayment(ctx, {
    accountId: subscription.accountId,
    orderId: null,
    purpose: "change",
    currency: subscription.unit.currency,
    lines: of.change.parts.flatMap((part) => differenceLine(ctx, of, part)),
  })
  return id
}

/** One line a period: what the other plan costs for its days, less what is left of the plan so far. */
function differenceLine(
  ctx: Context,
  { facts, plan }: AskedChange,
  { period, newCharged, plan: share }: SubscriptionChange["parts"][number],
): DocumentLineInput[] {
  const { subscription, service, today } = facts
  const start = Temporal.PlainDate.compare(period.start, today) > 0 ? period.start : today
  const { daysLeft, totalDays } = share
  return [
    {
      words: `${plan.planName[ctx.language]} · ${service.hostname}${nameParts(plan.parts, ctx.language)} (${changeWords[ctx.language]})`,
      periodStart: start,
      periodEnd: period.end,
      subscriptionId: subscription.id,
      planId: plan.planId,
      priceId: plan.priceId,
      quantity: 1n,
      unit: subtract(share.due, share.unused),
      cycle: null,
      rule: CHANGE_RULE,
      facts: writeChange({ oldCharged: period.charged, newCharged, daysLeft, totalDays }),
    },
  ]
}

const changeWords = { en: "change of plan", ko: "플랜 변경 차액" } as const
