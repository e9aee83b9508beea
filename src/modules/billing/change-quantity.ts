import { type Context, within } from "#kit/context.ts"
import { isSame, type Money } from "#kit/money.ts"
import { applyQuantity } from "./apply-quantity.ts"
import { askForQuantity } from "./ask-for-quantity.ts"
import { comingPrice } from "./coming-time.ts"
import { getSubscription } from "./get-subscription.ts"
import { loadQuantity, type QuantityFacts } from "./load-quantity.ts"
import { planQuantity, type QuantityPlan } from "./plan-quantity.ts"
import type { quantityOutcomes } from "./quantity-contract.ts"
import { quantityRefusals } from "./quantity-errors.ts"
import { quantityWithTax, wishFor } from "./quantity-wish.ts"
import { restoreQuantity } from "./restore-quantity.ts"
import { scheduleQuantity } from "./schedule-quantity.ts"
import { withdrawQuantity } from "./withdraw-quantity.ts"

type Outcome = (typeof quantityOutcomes)[number]

export interface WantedQuantity {
  readonly id: string
  readonly quantity: number
  readonly when: "now" | "at_end"
  /** What was shown: another figure is shown first. */
  readonly expected: { readonly outcome: Outcome; readonly amount: Money }
}

export interface ChangedQuantity {
  readonly subscriptionId: string
  readonly quantity: number
  readonly state: "awaiting_payment" | "planned" | "applied"
  readonly paymentRequestId: string | null
}

/**
 * Another number of pieces. More can be had now: the days that are left are paid in proportion, and the number holds once
 * they are. Another number with the next time costs nothing now; its request asks for that many. Whoever chooses again
 * has thought better of the first choice.
 */
export async function changeQuantity(ctx: Context, wanted: WantedQuantity): Promise<ChangedQuantity> {
  const { id, quantity: to, when } = wanted
  const facts = await begin(ctx, id)
  const plan = planWanted(facts, to)
  if (!plan.moments.includes(when)) {
    const isMore = to > facts.now
    quantityRefusals.refuse(
      when === "at_end"
        ? "billing.quantity_ending"
        : isMore
          ? "billing.quantity_not_paid"
          : "billing.quantity_moment",
      { id },
    )
  }
  if (when === "at_end") {
    const amount = comingPrice({ ...facts.subscription, quantity: to }, 0)
    refuseOther(wanted, { outcome: "nothing", amount })
    await scheduleQuantity(ctx, facts, to)
    return { subscriptionId: id, quantity: to, state: "planned", paymentRequestId: null }
  }
  const { change } = plan
  if (!change) throw new Error(`More of ${id} can be had now and costs nothing that could be said.`)
  refuseOther(wanted, { outcome: change.outcome, amount: quantityWithTax(facts, change.amount) })
  if (change.outcome === "pay") {
    const paymentRequestId = await askForQuantity(ctx, { facts, to, change })
    return { subscriptionId: id, quantity: to, state: "awaiting_payment", paymentRequestId }
  }
  await applyQuantity(ctx, { facts, to, change, changeOn: facts.today })
  return { subscriptionId: id, quantity: to, state: "applied", paymentRequestId: null }
}

/** The agreement, held, without what was wished for earlier; what is paid for of that stays. */
async function begin(ctx: Context, id: string): Promise<QuantityFacts> {
  const reach = within(ctx.actor)
  await getSubscription(ctx, reach, id)
  await withdrawQuantity(ctx, id)
  const facts = await loadQuantity(ctx, reach, id, "update")
  if (!facts.planned || facts.planned.isPaid) return facts
  await restoreQuantity(ctx, facts)
  return loadQuantity(ctx, reach, id, "update")
}

function planWanted(facts: QuantityFacts, to: number): QuantityPlan {
  const { bounds, today } = facts
  const { refuse } = quantityRefusals
  if (!bounds) return refuse("billing.quantity_not_offered", { id: facts.subscription.id })
  const plan = planQuantity(wishFor(facts, { to, bounds, changeOn: today }))
  const { hindrance } = plan
  if (hindrance === "out_of_bounds") {
    return refuse("billing.quantity_out_of_bounds", { ...bounds }, { field: "quantity" })
  }
  return hindrance ? refuse(`billing.quantity_${hindrance}`, { to }, { field: "quantity" }) : plan
}

function refuseOther({ expected }: WantedQuantity, is: WantedQuantity["expected"]): void {
  if (is.outcome === expected.outcome && isSame(is.amount, expected.amount)) return
  quantityRefusals.refuse("billing.quantity_differs", { amount: is.amount.minor.toString() })
}
