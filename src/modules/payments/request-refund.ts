import type { Context, Reach } from "#kit/context.ts"
import { type Money, money } from "#kit/money.ts"
import { startWork } from "#kit/work/start-work.ts"
import { BANK_TRANSFER } from "./bank-transfer.ts"
import { paymentRefusals } from "./errors.ts"
import { isDisputed } from "./is-disputed.ts"
import { findRefund, getAttempt, sumRefunds } from "./queries.ts"
import type { RefundReason } from "./states.ts"
import { refunds } from "./tables.ts"
import { refundWork } from "./work-kinds.ts"

export interface WantedRefund {
  readonly attemptId: string
  /** Once per key: asking again finds the refund that is under way. */
  readonly key: string
  readonly reason: RefundReason
  /** Absent: all that is left. */
  readonly amount?: Money
}

const wholeHouse: Reach = { kind: "all" }

/** Promises money back and starts sending it. The attempt's row is locked, so two can't promise the same won. */
export async function requestRefund(ctx: Context, wanted: WantedRefund): Promise<{ refundId: string }> {
  const attempt = await getAttempt(ctx, wholeHouse, wanted.attemptId, "update")
  const known = await findRefund(ctx, wholeHouse, { attemptId: attempt.id, key: wanted.key })
  if (known) return { refundId: known.id }
  if (await isDisputed(ctx, attempt.id))
    paymentRefusals.refuse("payments.disputed", { attemptId: attempt.id })
  const rest = attempt.amount.minor - (await sumRefunds(ctx, wholeHouse, attempt.id))
  const amount = wanted.amount ?? money(rest, attempt.amount.currency)
  const isPossible = attempt.state === "settled" && amount.minor > 0n && amount.minor <= rest
  if (!isPossible || amount.currency !== attempt.amount.currency) {
    return paymentRefusals.refuse("payments.nothing_to_refund", { attemptId: attempt.id })
  }
  const id = ctx.newId("rfd")
  await ctx.db.insert(refunds).values({
    id,
    attemptId: attempt.id,
    key: wanted.key,
    reason: wanted.reason,
    amountMinor: amount.minor,
    currency: amount.currency,
    state: "wanted",
    requestedAt: ctx.clock.now(),
  })
  // The bank sends nothing by itself: staff do, and write it down.
  if (attempt.gateway === BANK_TRANSFER) return { refundId: id }
  await startWork(ctx, refundWork, { refundId: id }, { key: `refund:${id}` })
  return { refundId: id }
}
