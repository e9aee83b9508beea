import { divideHalfUp, type Money, money } from "#kit/money.ts"
import { gatewayLeast } from "./gateway-least.ts"
import {
  type PaidPeriod,
  planSubscriptionChange,
  type SubscriptionChange,
} from "./plan-subscription-change.ts"
import type { QuantityBounds } from "./quantity.ts"
import type { quantityHindrances, quantityMoments, quantityOutcomes } from "./quantity-contract.ts"

export interface QuantityWish {
  /** So many now, and so many are wished for. */
  readonly from: number
  readonly to: number
  readonly bounds: QuantityBounds
  readonly currency: Money["currency"]
  readonly changeOn: Temporal.PlainDate
  readonly periods: readonly PaidPeriod[]
  /** It ends with its paid time: nothing begins after it. */
  readonly isEnding: boolean
  /** The next time is paid by another number already. */
  readonly isPlannedPaid: boolean
}

/** More pieces never cost less. */
export type AddedPieces = Omit<SubscriptionChange, "outcome"> & {
  readonly outcome: (typeof quantityOutcomes)[number]
}

export interface QuantityPlan {
  /** Undefined: nothing is paid on that day, or there is nothing to add. */
  readonly change: AddedPieces | undefined
  readonly hindrance: (typeof quantityHindrances)[number] | null
  readonly moments: readonly (typeof quantityMoments)[number][]
}

/** What another number means in money from a day on: more by days now, fewer only with the next time. */
export function planQuantity(wish: QuantityWish): QuantityPlan {
  const { from, to, bounds, isEnding, isPlannedPaid } = wish
  const none = { change: undefined, moments: [] }
  if (to === from) return { ...none, hindrance: "same" }
  if (to < bounds.least || to > bounds.most) return { ...none, hindrance: "out_of_bounds" }
  if (isPlannedPaid) return { ...none, hindrance: "planned_paid" }
  const change = to > from ? addPieces(wish) : undefined
  const moments = [...(change ? (["now"] as const) : []), ...(isEnding ? [] : (["at_end"] as const))]
  const hindrance = moments.length > 0 ? null : to > from ? "not_paid" : "ending"
  return { change, hindrance, moments }
}

/** Every period at what was really charged for one piece of it, times the pieces. */
function addPieces({ from, to, currency, changeOn, periods }: QuantityWish): AddedPieces | undefined {
  const chargeOf = ({ charged }: Pick<PaidPeriod, "charged">) =>
    money(divideHalfUp(charged.minor * BigInt(to), BigInt(from)), charged.currency)
  const change = planSubscriptionChange({ periods, changeOn, chargeOf, gatewayLeast: gatewayLeast(currency) })
  if (!change) return undefined
  const { outcome } = change
  if (outcome === "give_back") throw new RangeError("More pieces that cost less.")
  return { ...change, outcome }
}
