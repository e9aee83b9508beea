import { recordAudit } from "#audit"
import type { Context } from "#kit/context.ts"
import { announce } from "#kit/events/announce.ts"
import { type Money, money, toWire } from "#kit/money.ts"
import type { Attempt } from "./attempt.ts"
import { paymentRefundSeen } from "./events.ts"
import type { GatewayRefund } from "./gateways/gateway.ts"
import { keepRefundFee } from "./keep-refund-fee.ts"
import { listRefunds } from "./list-refunds.ts"
import { planFoundRefunds } from "./plan-found-refunds.ts"
import { getAttempt } from "./queries.ts"
import { recordRefund } from "./record-refund.ts"
import { refunds } from "./tables.ts"

const wholeHouse = { kind: "all" } as const

/**
 * What the gateway says went back of a charge. Notice, comparison and our own refund may all come here at the same
 * moment: the attempt's row is locked, so each of them is written down once. Told again, nothing moves, but for what a
 * person has to decide about: whoever keeps the papers is asked again, as they may have been put right.
 */
export async function recordFoundRefunds(
  ctx: Context,
  { attemptId, chargeId }: { readonly attemptId: string; readonly chargeId: string },
  found: readonly GatewayRefund[],
): Promise<void> {
  const attempt = await getAttempt(ctx, wholeHouse, attemptId, "update")
  if (attempt.chargeId !== chargeId) return
  const known = await listRefunds(ctx, wholeHouse, attemptId)
  const { fulfilled, foreign } = planFoundRefunds(attempt.amount, known, found)
  for (const { refundId, gatewayRefundId, feeMinor } of fulfilled) {
    if (feeMinor) await keepRefundFee(ctx, refundId, feeMinor)
    await recordRefund(ctx, refundId, gatewayRefundId)
  }
  for (const { minor, ...sent } of foreign) {
    await noteSeen(ctx, attempt, { ...sent, amount: money(minor, attempt.amount.currency) })
  }
  for (const { id, amount, state } of known) {
    if (state === "unclear") await tell(ctx, attempt, { id, amount })
  }
}

async function noteSeen(
  ctx: Context,
  attempt: Attempt,
  seen: { readonly gatewayRefundId: string; readonly feeMinor: bigint | null; readonly amount: Money },
): Promise<void> {
  const { gatewayRefundId, feeMinor, amount } = seen
  const id = ctx.newId("rfd")
  const now = ctx.clock.now()
  await ctx.db.insert(refunds).values({
    id,
    attemptId: attempt.id,
    key: `gateway:${gatewayRefundId}`,
    reason: "at_gateway",
    amountMinor: amount.minor,
    currency: amount.currency,
    state: "seen",
    gatewayRefundId,
    feeMinor,
    requestedAt: now,
    claimedAt: now,
  })
  await recordAudit(ctx, {
    act: "payments.refund-seen",
    subjectId: id,
    accountId: attempt.accountId,
    reason: "Refunded in the payment service's own console.",
    after: { attemptId: attempt.id, amount: toWire(amount), gatewayRefundId },
  })
  await tell(ctx, attempt, { id, amount })
}

async function tell(
  ctx: Context,
  { id: attemptId, reference, accountId }: Attempt,
  seen: { readonly id: string; readonly amount: Money },
): Promise<void> {
  const fact = { refundId: seen.id, attemptId, reference, accountId, amount: toWire(seen.amount) }
  await announce(ctx, paymentRefundSeen, fact)
}
