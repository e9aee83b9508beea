import { type Money, money, sum } from "#kit/money.ts"
import type { Days } from "./days.ts"
import { type ChangePlan, planChange } from "./plan-change.ts"
import type { DayShare } from "./price-cycles.ts"

/** A period that is paid and not over: what was really charged for the whole of it, as the price is shown. */
export interface PaidPeriod extends Days {
  readonly periodId: string
  /** Which cycle of the agreement it begins with, 0 being the first. */
  readonly first: number
  readonly cycles: number
  /** Its first turn is one that was cut short. */
  readonly share?: DayShare | null
  readonly charged: Money
}

export interface SubscriptionChangeFacts {
  readonly periods: readonly PaidPeriod[]
  readonly changeOn: Temporal.PlainDate
  /** What the new plan costs for the whole of a period, all pieces. */
  readonly chargeOf: (period: PaidPeriod) => Money
  readonly gatewayLeast: Money
}

export interface SubscriptionChange {
  /** The running period by its days, and each that is paid ahead whole. */
  readonly parts: readonly {
    readonly period: PaidPeriod
    readonly newCharged: Money
    readonly plan: ChangePlan
  }[]
  readonly unused: Money
  readonly due: Money
  /** The day before the first unpaid one: it stays where it was. */
  readonly end: Temporal.PlainDate
  readonly outcome: "pay" | "waived" | "give_back" | "nothing"
  readonly amount: Money
}

/** Another plan for all the time that is paid. Undefined: nothing is paid on that day. */
export function planSubscriptionChange(facts: SubscriptionChangeFacts): SubscriptionChange | undefined {
  const { changeOn, chargeOf, gatewayLeast } = facts
  const { currency } = gatewayLeast
  const periods = facts.periods.filter(({ end }) => Temporal.PlainDate.compare(changeOn, end) < 0)
  const last = periods.reduce<PaidPeriod | undefined>(
    (late, one) => (late && isLater(late, one) ? late : one),
    undefined,
  )
  const isPaid = periods.some(({ start }) => Temporal.PlainDate.compare(start, changeOn) <= 0)
  if (!last || !isPaid) return undefined
  const parts = periods.map((period) => {
    const newCharged = chargeOf(period)
    const plan = planChange({
      period,
      changeOn: isLater(period, { start: changeOn }) ? period.start : changeOn,
      oldCharged: period.charged,
      newCharged,
      gatewayLeast: money(0n, currency),
      downgrade: "now",
    })
    return { period, newCharged, plan }
  })
  const unused = sum(
    currency,
    parts.map(({ plan }) => plan.unused),
  )
  const due = sum(
    currency,
    parts.map(({ plan }) => plan.due),
  )
  const difference = due.minor - unused.minor
  const outcome =
    difference === 0n
      ? "nothing"
      : difference < 0n
        ? "give_back"
        : difference < gatewayLeast.minor
          ? "waived"
          : "pay"
  return {
    parts,
    unused,
    due,
    end: last.end,
    outcome,
    amount: money(difference < 0n ? -difference : difference, currency),
  }
}

function isLater(one: Pick<Days, "start">, other: Pick<Days, "start">): boolean {
  return Temporal.PlainDate.compare(one.start, other.start) > 0
}
