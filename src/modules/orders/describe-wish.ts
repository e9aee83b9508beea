import type { z } from "zod"
import type { SubscriptionChange } from "#billing"
import { type Money, money, times, toWire } from "#kit/money.ts"
import type { changeOptionShape } from "./change-of-plan-contract.ts"
import type { PlanChangePolicy } from "./change-of-plan-policy.ts"
import { changeWithTax } from "./change-with-tax.ts"
import { chargeWith } from "./charge-with.ts"
import type { ChangeFacts } from "./load-change.ts"
import { momentsOf } from "./moments-of.ts"
import { planWish } from "./plan-wish.ts"
import type { WishedPlan } from "./wished-plan.ts"

/** What a wish would cost on a day, in the numbers themselves. */
export function describeWish(
  facts: ChangeFacts,
  plan: WishedPlan,
  of: {
    readonly changeOn: Temporal.PlainDate
    readonly policy: PlanChangePolicy
    readonly nextOn: Temporal.PlainDate | null
  },
): z.infer<typeof changeOptionShape> {
  const { subscription } = facts
  const { change, hindrance } = planWish(facts, plan, of.changeOn)
  const say = (value: Money | undefined) => toWire(value ?? money(0n, plan.unit.currency))
  return {
    planId: plan.planId,
    planName: plan.planName,
    price: toWire(chargeWith(subscription, plan)({ first: subscription.periodNumber, cycles: 1 })),
    kept: plan.kept.map(({ words, unit, quantity }) => ({
      words,
      amount: toWire(times(unit, BigInt(quantity))),
    })),
    lost: [...plan.lost],
    setup: toWire(plan.setup),
    hindrance,
    moments: momentsOf(of.policy, subscription, plan).filter(
      (moment) => moment === "now" || (of.nextOn !== null && hindrance !== "disk_too_small"),
    ),
    parts: change?.parts.map(describePart) ?? [],
    unused: say(change?.unused),
    due: say(change?.due),
    outcome: change?.outcome ?? "nothing",
    difference: say(change?.amount),
    amount: say(change && changeWithTax(facts, plan.planId, change)),
  }
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
