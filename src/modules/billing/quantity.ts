import type { Subscription } from "./subscription.ts"

/** More pieces wait for their money, are had, or are no longer wished for. */
export const quantityStates = ["awaiting_payment", "applied", "withdrawn"] as const
export type QuantityState = (typeof quantityStates)[number]

export interface QuantityBounds {
  readonly least: number
  readonly most: number
}

type Counted = Pick<
  Subscription,
  "id" | "subject" | "state" | "unit" | "quantity" | "quantityBefore" | "quantityUntil" | "periodEnd"
>

/** So many on a day: another number may have been chosen for the time that comes. */
export function quantityOn(
  { quantity, quantityBefore, quantityUntil }: Counted,
  day: Temporal.PlainDate,
): number {
  const isAhead = quantityUntil !== null && Temporal.PlainDate.compare(day, quantityUntil) < 0
  return isAhead && quantityBefore !== null ? quantityBefore : quantity
}

/** Another number from the next time on, that has not begun. */
export function plannedQuantity(
  one: Counted,
  today: Temporal.PlainDate,
): { readonly quantity: number; readonly on: Temporal.PlainDate; readonly isPaid: boolean } | null {
  const { quantity, quantityUntil: on, periodEnd } = one
  if (on === null || Temporal.PlainDate.compare(today, on) >= 0) return null
  return { quantity, on, isPaid: periodEnd !== null && Temporal.PlainDate.compare(periodEnd, on) > 0 }
}

/** Whether its number can be another one at all: of what is built here each piece is a service of its own. */
export function isCountable({ id, subject, state, unit }: Counted): boolean {
  return subject === id && (state === "active" || state === "past_due") && unit.minor > 0n
}

/** Between which its customer may choose; null: staff alone choose. */
export function boundsOf({
  quantityLeast: least,
  quantityMost: most,
}: Pick<Subscription, "quantityLeast" | "quantityMost">): QuantityBounds | null {
  return least === null || most === null ? null : { least, most }
}

/** As the agreement's row keeps them. */
export function columnsOf(bounds: QuantityBounds | null) {
  return { quantityLeast: bounds?.least ?? null, quantityMost: bounds?.most ?? null }
}
