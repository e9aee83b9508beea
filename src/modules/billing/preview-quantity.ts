import type { z } from "zod"
import type { Context, Reach } from "#kit/context.ts"
import { type Money, money, toWire } from "#kit/money.ts"
import { comingPrice, comingStart } from "./coming-time.ts"
import { findAwaitedQuantity } from "./find-awaited-quantity.ts"
import { loadQuantity, type QuantityFacts } from "./load-quantity.ts"
import { lastDayOf } from "./period.ts"
import { planQuantity, type QuantityPlan } from "./plan-quantity.ts"
import type { SubscriptionChange } from "./plan-subscription-change.ts"
import { MOST_PIECES, type quantityPreviewShape } from "./quantity-contract.ts"
import { quantityWithTax, wishFor } from "./quantity-wish.ts"

export interface QuantityLook {
  readonly id: string
  readonly quantity?: number | undefined
  readonly on?: string | undefined
}

type Preview = z.infer<typeof quantityPreviewShape>

/** How many it is about, and what another number would cost on a day, in the numbers themselves. */
export async function previewQuantity(ctx: Context, reach: Reach, look: QuantityLook): Promise<Preview> {
  const facts = await loadQuantity(ctx, reach, look.id)
  const { subscription, today, periods, now, planned, bounds } = facts
  const [last] = periods
  const changeOn = dayWithin(look.on, today, last?.end)
  const to = look.quantity ?? now
  // Whoever may not choose sees all the same what it would cost.
  const within = bounds ?? { least: 1, most: MOST_PIECES }
  const plan = planQuantity(wishFor(facts, { to, bounds: within, changeOn }))
  const awaited = await findAwaitedQuantity(ctx, { subscriptionId: subscription.id })
  return {
    subscriptionId: subscription.id,
    words: subscription.words,
    quantity: now,
    bounds,
    on: changeOn.toString(),
    today: today.toString(),
    lastDay: last ? lastDayOf(last.end).toString() : null,
    nextOn: subscription.cancelAtEnd ? null : comingStart(subscription, 0).toString(),
    planned: planned && { ...planned, on: planned.on.toString() },
    awaited: awaited ? { quantity: awaited.quantity, paymentRequestId: awaited.paymentRequestId } : null,
    wish: describeWish(facts, { to, plan }),
  }
}

/** A day that is paid: not before today, not after the last one. */
function dayWithin(on: string | undefined, today: Temporal.PlainDate, end: Temporal.PlainDate | undefined) {
  const wished = on ? Temporal.PlainDate.from(on) : today
  if (Temporal.PlainDate.compare(wished, today) < 0 || !end) return today
  return Temporal.PlainDate.compare(wished, end) < 0 ? wished : lastDayOf(end)
}

function describeWish(
  facts: QuantityFacts,
  { to, plan }: { readonly to: number; readonly plan: QuantityPlan },
): Preview["wish"] {
  const { subscription } = facts
  const { change, hindrance, moments } = plan
  const say = (value: Money | undefined) => toWire(value ?? money(0n, subscription.unit.currency))
  return {
    quantity: to,
    price: toWire(comingPrice({ ...subscription, quantity: to }, 0)),
    hindrance,
    moments: [...moments],
    parts: change?.parts.map(describePart) ?? [],
    unused: say(change?.unused),
    due: say(change?.due),
    outcome: change?.outcome ?? "nothing",
    difference: say(change?.amount),
    amount: say(change && quantityWithTax(facts, change.amount)),
  }
}

function describePart({ period, newCharged, plan }: SubscriptionChange["parts"][number]) {
  return {
    start: period.start.toString(),
    lastDay: lastDayOf(period.end).toString(),
    daysLeft: Number(plan.daysLeft),
    totalDays: Number(plan.totalDays),
    oldCharged: toWire(period.charged),
    newCharged: toWire(newCharged),
    unused: toWire(plan.unused),
    due: toWire(plan.due),
  }
}
