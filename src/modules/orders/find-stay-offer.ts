import type { z } from "zod"
import { findPauseRange, getSubscription, type Subscription } from "#billing"
import type { Context, Reach } from "#kit/context.ts"
import { toWire } from "#kit/money.ts"
import { chargeWith } from "./charge-with.ts"
import { findOpenChange } from "./find-open-change.ts"
import { getStayPolicy } from "./get-stay-policy.ts"
import { listChangeOptions } from "./list-change-options.ts"
import { planCheaperPlan } from "./plan-cheaper-plan.ts"
import type { stayOfferShape } from "./stay-contract.ts"

type StayOffer = z.infer<typeof stayOfferShape>

/** The one offer that its shop makes and that fits it; most often there is none. */
export async function findStayOffer(ctx: Context, reach: Reach, id: string): Promise<StayOffer | undefined> {
  const { offer } = await getStayPolicy(ctx)
  const subscription = await getSubscription(ctx, reach, id)
  // What is overdue owes first, what is on trial costs nothing yet, and what is leaving has been asked already.
  if (offer === "nothing" || subscription.state !== "active" || subscription.cancelAtEnd) return undefined
  return offer === "pause" ? offerPause(ctx, subscription) : offerPlan(ctx, reach, subscription)
}

async function offerPause(ctx: Context, subscription: Subscription): Promise<StayOffer | undefined> {
  // Whoever has one planned already thinks of going all the same.
  const range = subscription.pauseUntil ? undefined : await findPauseRange(ctx, subscription)
  return range && { kind: "pause", first: range.first.toString(), last: range.last.toString() }
}

async function offerPlan(
  ctx: Context,
  reach: Reach,
  subscription: Subscription,
): Promise<StayOffer | undefined> {
  if (await findOpenChange(ctx, { kind: "all" }, { serviceId: subscription.subject })) return undefined
  const next = { first: subscription.periodNumber, cycles: 1 }
  const current = chargeWith(subscription, subscription)(next)
  const { options } = await listChangeOptions(ctx, reach, { serviceId: subscription.subject })
  const plan = planCheaperPlan(options, current)
  if (!plan) return undefined
  const { planId, planName, price } = plan
  return {
    kind: "cheaper_plan",
    planId,
    planName,
    cycle: subscription.cycle,
    price,
    current: toWire(current),
  }
}
