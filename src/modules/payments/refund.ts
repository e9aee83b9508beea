import { eq } from "drizzle-orm"
import { z } from "zod"
import { recordAudit } from "#audit"
import { postTransfer } from "#ledger"
import type { Context } from "#kit/context.ts"
import { announce } from "#kit/events/announce.ts"
import { toWire } from "#kit/money.ts"
import { type CallContext, defineWork, GiveUp } from "#kit/work/define.ts"
import { canMove } from "./attempt.ts"
import { paymentRefunded } from "./events.ts"
import { openGateway } from "./open-gateway.ts"
import { findRefund, getAttempt, type Refund, sumRefunds } from "./queries.ts"
import { attempts, refunds } from "./tables.ts"

/** Sends money back: claim, look for what an earlier try sent, send, write down. */
export const refundWork = defineWork({
  name: "payments.refund",
  input: z.object({ refundId: z.string() }),
  say: { en: "Send a payment back", ko: "결제 취소 및 환불" },
  subjects: ({ refundId }) => [refundId],
  run: async (work, { refundId }) => {
    const gatewayRefundId = await work.call("send-back", (call) => sendBack(call, refundId))
    if (gatewayRefundId === null) return
    await work.record("write-down", (ctx) => recordRefund(ctx, refundId, gatewayRefundId))
  },
})

async function sendBack(call: CallContext, refundId: string): Promise<string | null> {
  const claimed = await call.transact((ctx) => claim(ctx, refundId))
  if (!claimed) return null
  const { refund, chargeId, gatewayName } = claimed
  const gateway = await openGateway(call, gatewayName)
  const left = refund.claimedAt
    ? await gateway.findRefund({ chargeId, reference: refund.id }, call.signal)
    : undefined
  const sent =
    left ??
    (await gateway.refund(
      { chargeId, reference: refund.id, idempotencyKey: `refund:${refund.id}`, amount: refund.amount },
      call.signal,
    ))
  const isSame =
    sent.amount.minor === refund.amount.minor && sent.amount.currency === refund.amount.currency
  if (!isSame) throw new GiveUp(`${refundId}: the gateway sent back ${sent.amount.minor}, not ${refund.amount.minor}`)
  return sent.id
}

async function claim(ctx: Context, refundId: string) {
  const refund = await getRefund(ctx, refundId)
  if (refund.state === "done") return undefined
  const attempt = await getAttempt(ctx, { kind: "all" }, refund.attemptId)
  if (!attempt.chargeId) throw new GiveUp(`${attempt.id} was never charged`)
  if (!refund.claimedAt) {
    await ctx.db.update(refunds).set({ claimedAt: ctx.clock.now() }).where(eq(refunds.id, refundId))
  }
  return { refund, chargeId: attempt.chargeId, gatewayName: attempt.gateway }
}

async function recordRefund(ctx: Context, refundId: string, gatewayRefundId: string): Promise<void> {
  const { attemptId } = await getRefund(ctx, refundId)
  // The attempt first, as everywhere: two who lock in one order can't wait for each other.
  const attempt = await getAttempt(ctx, { kind: "all" }, attemptId, "update")
  const refund = await getRefund(ctx, refundId, "update")
  if (refund.state === "done") return
  await ctx.db
    .update(refunds)
    .set({ state: "done", gatewayRefundId, doneAt: ctx.clock.now() })
    .where(eq(refunds.id, refundId))
  await postTransfer(ctx, {
    key: `refund:${refundId}`,
    currency: refund.amount.currency,
    reference: refundId,
    words: `Payment ${attempt.id} sent back by ${attempt.gateway}`,
    postings: [
      { account: `unapplied:${attempt.accountId}`, minor: refund.amount.minor },
      { account: `cash:${attempt.gateway}`, minor: -refund.amount.minor },
    ],
  })
  const isAllBack = (await sumRefunds(ctx, { kind: "all" }, attempt.id)) === attempt.amount.minor
  if (isAllBack && canMove(attempt.state, "refunded")) {
    await ctx.db.update(attempts).set({ state: "refunded" }).where(eq(attempts.id, attempt.id))
  }
  const { reference, accountId } = attempt
  const amount = toWire(refund.amount)
  await announce(ctx, paymentRefunded, { refundId, attemptId: attempt.id, reference, accountId, amount })
  await recordAudit(ctx, {
    act: "payments.refunded",
    subjectId: refundId,
    accountId,
    before: { state: "wanted" },
    after: { state: "done", amount, gatewayRefundId },
  })
}

async function getRefund(ctx: Context, refundId: string, lock: "read" | "update" = "read"): Promise<Refund> {
  const refund = await findRefund(ctx, { kind: "all" }, { id: refundId }, lock)
  if (!refund) throw new GiveUp(`There is no refund ${refundId}`)
  return refund
}
