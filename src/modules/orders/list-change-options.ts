import type { z } from "zod"
import {
  comingStart,
  gatewayLeast,
  isRunning,
  planSubscriptionChange,
  type SubscriptionChange,
} from "#billing"
import { listOffers, listPlanOptions, type PlanOption, type Product } from "#catalog"
import type { Context, Reach } from "#kit/context.ts"
import { fromWire, money, times, toWire } from "#kit/money.ts"
import { hindranceOf } from "./change-of-plan.ts"
import type { changePreviewShape } from "./change-of-plan-contract.ts"
import { momentsFor, type PlanChangePolicy } from "./change-of-plan-policy.ts"
import type { PlanChange } from "./change-of-plan-rows.ts"
import { changeWithTax } from "./change-with-tax.ts"
import { chargeWith } from "./charge-with.ts"
import { findOpenChange } from "./find-open-change.ts"
import { getChangePolicy } from "./get-change-policy.ts"
import { goAlong } from "./go-along.ts"
import { isDownward } from "./is-downward.ts"
import { type ChangeFacts, loadChange } from "./load-change.ts"

type Preview = z.infer<typeof changePreviewShape>

/** The other plans of the same product, each with what changing to it would cost on that day. */
export async function listChangeOptions(
  ctx: Context,
  reach: Reach,
  wanted: { readonly serviceId: string; readonly on?: string | undefined },
): Promise<Preview> {
  const facts = await loadChange(ctx, reach, wanted.serviceId)
  const { service, subscription, today } = facts
  const [last] = facts.periods
  const on = dayWithin(wanted.on, today, last?.end)
  const products = await listOffers(ctx, { currency: subscription.unit.currency })
  const product = products.find(({ plans }) => plans.some(({ id }) => id === service.planId))
  const others = (product?.plans ?? []).filter(({ id, soldOut }) => id !== service.planId && !soldOut)
  const versionIds = others.map(({ versionId }) => versionId)
  const optionsOf = await listPlanOptions(ctx, versionIds)
  const plans = others.map((plan) => ({ ...plan, choices: optionsOf.get(plan.versionId) ?? [] }))
  const open = await findOpenChange(ctx, { kind: "all" }, { serviceId: service.id })
  const policy = await getChangePolicy(ctx)
  const nextOn = isRunning(subscription) && !subscription.cancelAtEnd ? comingStart(subscription, 0) : null
  return {
    serviceId: service.id,
    hostname: service.hostname,
    planId: service.planId,
    planName: service.planName,
    cycle: subscription.cycle,
    on: on.toString(),
    today: today.toString(),
    lastDay: last?.end.subtract({ days: 1 }).toString() ?? null,
    planned: open?.state === "planned" ? describePlanned(facts, open) : null,
    nextOn: nextOn?.toString() ?? null,
    options: plans.flatMap((plan) => describeOption(facts, plan, { changeOn: on, policy, nextOn })),
  }
}

/** A day that is paid: not before today, not after the last one. */
function dayWithin(on: string | undefined, today: Temporal.PlainDate, end: Temporal.PlainDate | undefined) {
  const wished = on ? Temporal.PlainDate.from(on) : today
  if (Temporal.PlainDate.compare(wished, today) < 0 || !end) return today
  return Temporal.PlainDate.compare(wished, end) < 0 ? wished : end.subtract({ days: 1 })
}

function describeOption(
  facts: ChangeFacts,
  plan: Product["plans"][number] & { readonly choices: readonly PlanOption[] },
  {
    changeOn,
    policy,
    nextOn,
  }: {
    readonly changeOn: Temporal.PlainDate
    readonly policy: PlanChangePolicy
    readonly nextOn: Temporal.PlainDate | null
  },
): Preview["options"] {
  const { service, subscription, periods } = facts
  const price = plan.prices.find(({ cycle }) => cycle === subscription.cycle)
  if (!price) return []
  const { name: planName, resources, choices: options } = plan
  const other = { planName, unit: fromWire(price.amount), resources, options }
  const { unit, kept, lost, resources: sizes } = goAlong(subscription, other)
  const { currency } = unit
  const chargeOf = chargeWith(subscription, { planId: plan.id, unit })
  const change = planSubscriptionChange({ periods, changeOn, chargeOf, gatewayLeast: gatewayLeast(currency) })
  const hindrance = hindranceOf({
    from: { planId: service.planId, storageGb: service.plan.resources.storageGb },
    to: { planId: plan.id, storageGb: sizes.storageGb },
    isPaid: change !== undefined,
  })
  const nothing = toWire(money(0n, currency))
  return [
    {
      planId: plan.id,
      planName,
      price: toWire(chargeOf({ first: subscription.periodNumber, cycles: 1 })),
      kept: kept.map(({ words, unit: each, quantity }) => ({
        words,
        amount: toWire(times(each, BigInt(quantity))),
      })),
      lost: [...lost],
      hindrance,
      moments: momentsFor(policy, isDownward(subscription, { planId: plan.id, unit })).filter(
        (moment) => moment === "now" || (nextOn !== null && hindrance !== "disk_too_small"),
      ),
      parts: change?.parts.map(describePart) ?? [],
      unused: change ? toWire(change.unused) : nothing,
      due: change ? toWire(change.due) : nothing,
      outcome: change?.outcome ?? "nothing",
      difference: change ? toWire(change.amount) : nothing,
      amount: change ? toWire(changeWithTax(facts, plan.id, change)) : nothing,
    },
  ]
}

function describePlanned({ subscription }: ChangeFacts, open: PlanChange): Preview["planned"] {
  const { planId, planName, unitMinor } = open.agreed
  const unit = money(BigInt(unitMinor), open.currency)
  const price = chargeWith(subscription, { planId, unit })({ first: subscription.periodNumber, cycles: 1 })
  const on = open.changeOn.toString()
  return { id: open.id, planId, planName, on, price: toWire(price), isPaid: open.paidOn !== null }
}

function describePart({ period, newCharged, plan }: SubscriptionChange["parts"][number]) {
  return {
    start: period.start.toString(),
    lastDay: period.end.subtract({ days: 1 }).toString(),
    daysLeft: Number(plan.daysLeft),
    totalDays: Number(plan.totalDays),
    oldCharged: toWire(period.charged),
    newCharged: toWire(newCharged),
    unused: toWire(plan.unused),
    due: toWire(plan.due),
  }
}
