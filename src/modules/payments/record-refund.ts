import { and, eq } from "drizzle-orm"
import { recordAudit } from "#audit"
import type { Context } from "#kit/context.ts"
import { announce } from "#kit/events/announce.ts"
import { toWire } from "#kit/money.ts"
import { GiveUp } from "#kit/work/define.ts"
import { keepTransferWords, postTransfer } from "#ledger"
import { type Attempt, canMove } from "./attempt.ts"
import { paymentRefunded } from "./events.ts"
import type { Refund } from "./payment-refund-row.ts"
import { findRefund, getAttempt, sumRefunds } from "./queries.ts"
import { sumSent } from "./sum-sent.ts"
import { attempts, disputes, refunds } from "./tables.ts"

/** Money has gone back, under the name that the gateway or the bank has for it. Once, however often it is told. */
export async function recordRefund(ctx: Context, refundId: string, gatewayRefundId: string): Promise<void> {
  const wanted = await getRefund(ctx, refundId)
  // The attempt's row is the lock for everything that happens to its money.
  const attempt = await getAttempt(ctx, { kind: "all" }, wanted.attemptId, "update")
  if ((await getRefund(ctx, refundId)).state === "done") return
  const fee = wanted.feeMinor ?? 0n
  await ctx.db
    .update(refunds)
    .set({ state: "done", gatewayRefundId, doneAt: ctx.clock.now() })
    .where(eq(refunds.id, refundId))
  await postTransfer(ctx, {
    key: `refund:${refundId}`,
    currency: wanted.amount.currency,
    reference: refundId,
    words: keepTransferWords("sent_back", { payment: attempt.id, gateway: attempt.gateway }),
    postings: [
      { account: `unapplied:${attempt.accountId}`, minor: wanted.amount.minor },
      { account: `cash:${attempt.gateway}`, minor: -wanted.amount.minor - fee },
      ...(fee > 0n ? [{ account: `fees:${attempt.gateway}`, minor: fee }] : []),
    ],
  })
  await freeHeld(ctx, attempt)
  const isAllBack = (await sumRefunds(ctx, { kind: "all" }, attempt.id)) >= attempt.amount.minor
  if (isAllBack && canMove(attempt.state, "refunded")) {
    await ctx.db.update(attempts).set({ state: "refunded" }).where(eq(attempts.id, attempt.id))
  }
  const { reference, accountId } = attempt
  const amount = toWire(wanted.amount)
  await announce(ctx, paymentRefunded, { refundId, attemptId: attempt.id, reference, accountId, amount })
  await recordAudit(ctx, {
    act: "payments.refunded",
    subjectId: refundId,
    accountId,
    ...(wanted.state === "wanted" ? {} : { reason: "Refunded in the payment service's own console." }),
    before: { state: wanted.state },
    after: { state: "done", amount, gatewayRefundId },
  })
}

/**
 * It had been sent before the holder's bank took what was left, and only its answer was lost: the bank holds so much
 * less. Booked with the attempt's row held, as everything about a dispute.
 */
async function freeHeld(ctx: Context, attempt: Attempt): Promise<void> {
  const [open] = await ctx.db
    .select()
    .from(disputes)
    .where(and(eq(disputes.attemptId, attempt.id), eq(disputes.state, "open")))
    .limit(1)
  if (!open) return
  const excess = (await sumSent(ctx, attempt.id)) + open.amountMinor - attempt.amount.minor
  // All of it: the next look at the gateway closes the dispute, whichever way.
  if (excess <= 0n || excess >= open.amountMinor) return
  await ctx.db
    .update(disputes)
    .set({ amountMinor: open.amountMinor - excess })
    .where(eq(disputes.id, open.id))
  await postTransfer(ctx, {
    key: `dispute-less:${open.id}:${excess}`,
    currency: open.currency,
    reference: open.id,
    words: keepTransferWords("dispute_sent_before", { dispute: open.id }),
    postings: [
      { account: `cash:${attempt.gateway}`, minor: excess },
      { account: `disputed:${attempt.gateway}`, minor: -excess },
    ],
  })
}

async function getRefund(ctx: Context, refundId: string): Promise<Refund> {
  const found = await findRefund(ctx, { kind: "all" }, { id: refundId })
  if (!found) throw new GiveUp(`There is no refund ${refundId}`)
  return found
}
