import { eq } from "drizzle-orm"
import { recordAudit } from "#audit"
import type { Context } from "#kit/context.ts"
import { announce } from "#kit/events/announce.ts"
import { isSame, toWire } from "#kit/money.ts"
import { type CallContext, GiveUp, type Work } from "#kit/work/define.ts"
import { postTransfer } from "#ledger"
import { canMove } from "./attempt.ts"
import { paymentRefunded } from "./events.ts"
import { openGateway, type PaymentDoors } from "./open-gateway.ts"
import { findRefund, getAttempt, type Refund, sumRefunds } from "./queries.ts"
import { attempts, refunds } from "./tables.ts"

/** Sends money back: claim, look for what an earlier try sent, send, write down. */
export async function refund(doors: PaymentDoors, work: Work, refundId: string): Promise<void> {
  const gatewayRefundId = await work.call("send-back", (call) => sendBack(doors, call, refundId), {
    tries: 12,
  })
  if (gatewayRefundId === null) return
  await work.record("write-down", (ctx) => recordRefund(ctx, refundId, gatewayRefundId))
}

async function sendBack(doors: PaymentDoors, call: CallContext, refundId: string): Promise<string | null> {
  const claimed = await call.transact((ctx) => claim(ctx, refundId))
  if (!claimed) return null
  const { wanted, chargeId, gatewayName } = claimed
  const gateway = await openGateway(doors, call, gatewayName)
  const left = wanted.claimedAt ? await gateway.findRefund({ chargeId, reference: wanted.id }) : undefined
  const sent =
    left ??
    (await gateway.refund({
      chargeId,
      reference: wanted.id,
      idempotencyKey: `refund:${wanted.id}`,
      amount: wanted.amount,
    }))
  if (!isSame(sent.amount, wanted.amount)) {
    throw new GiveUp(`${refundId}: the gateway sent back ${sent.amount.minor}, not ${wanted.amount.minor}`)
  }
  return sent.id
}

async function claim(ctx: Context, refundId: string) {
  const wanted = await getRefund(ctx, refundId)
  if (wanted.state === "done") return undefined
  const attempt = await getAttempt(ctx, { kind: "all" }, wanted.attemptId)
  if (!attempt.chargeId) throw new GiveUp(`${attempt.id} was never charged`)
  if (!wanted.claimedAt) {
    await ctx.db.update(refunds).set({ claimedAt: ctx.clock.now() }).where(eq(refunds.id, refundId))
  }
  return { wanted, chargeId: attempt.chargeId, gatewayName: attempt.gateway }
}

async function recordRefund(ctx: Context, refundId: string, gatewayRefundId: string): Promise<void> {
  const wanted = await getRefund(ctx, refundId)
  // The attempt's row is the lock for everything that happens to its money.
  const attempt = await getAttempt(ctx, { kind: "all" }, wanted.attemptId, "update")
  if ((await getRefund(ctx, refundId)).state === "done") return
  await ctx.db
    .update(refunds)
    .set({ state: "done", gatewayRefundId, doneAt: ctx.clock.now() })
    .where(eq(refunds.id, refundId))
  await postTransfer(ctx, {
    key: `refund:${refundId}`,
    currency: wanted.amount.currency,
    reference: refundId,
    words: `Payment ${attempt.id} sent back by ${attempt.gateway}`,
    postings: [
      { account: `unapplied:${attempt.accountId}`, minor: wanted.amount.minor },
      { account: `cash:${attempt.gateway}`, minor: -wanted.amount.minor },
    ],
  })
  const isAllBack = (await sumRefunds(ctx, { kind: "all" }, attempt.id)) === attempt.amount.minor
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
    before: { state: "wanted" },
    after: { state: "done", amount, gatewayRefundId },
  })
}

async function getRefund(ctx: Context, refundId: string): Promise<Refund> {
  const found = await findRefund(ctx, { kind: "all" }, { id: refundId })
  if (!found) throw new GiveUp(`There is no refund ${refundId}`)
  return found
}
