import { type Money, spread, sum } from "#kit/money.ts"
import type { Purchase } from "./plan-taking-back.ts"

export interface RefundedTime {
  /** Newest first. */
  readonly purchases: readonly Purchase[]
  readonly amount: Money
  readonly effect: "end_moves_back" | "ends"
}

/**
 * What becomes of a subscription whose invoice was refunded whole, by what it has paid for and is not over, newest first.
 * Time that was paid for after it, by another invoice, stays bought: then the service goes on, and so it does where only a
 * change of plan was refunded.
 */
export function planRefundedTime(
  purchases: readonly Purchase[],
  invoiceId: string,
  today: Temporal.PlainDate,
): RefundedTime | undefined {
  const isRefunded = ({ payments }: Purchase) => payments.at(-1)?.invoiceId === invoiceId
  const end = purchases.findIndex((purchase) => !isRefunded(purchase))
  const taken = end === -1 ? purchases : purchases.slice(0, end)
  const first = taken.at(-1)
  if (!first) return undefined
  const hasBegun = Temporal.PlainDate.compare(first.start, today) <= 0
  return {
    purchases: taken,
    amount: sum(
      first.paid.currency,
      taken.map(({ paid }) => paid),
    ),
    effect: hasBegun || first.number === 1 ? "ends" : "end_moves_back",
  }
}

/** What its customer is told went back for each: what was paid for it, unless a part had been given back before. */
export function shareRefund<Time extends Pick<RefundedTime, "amount">>(
  sent: Money,
  times: readonly Time[],
): readonly Time[] {
  const paid = times.map(({ amount }) => amount.minor)
  const whole = paid.reduce((total, minor) => total + minor, 0n)
  if (whole <= sent.minor) return times
  const parts = spread(sent, paid)
  return times.map((time, at) => ({ ...time, amount: parts[at] ?? time.amount }))
}
