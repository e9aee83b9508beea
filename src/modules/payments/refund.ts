import { eq } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { isSame } from "#kit/money.ts"
import { type CallContext, GiveUp, type Work } from "#kit/work/define.ts"
import type { Gateway } from "./gateways/gateway.ts"
import { isDisputed } from "./is-disputed.ts"
import { keepRefundFee } from "./keep-refund-fee.ts"
import { openGateway, type PaymentDoors } from "./open-gateway.ts"
import type { Refund } from "./payment-refund-row.ts"
import { findRefund, getAttempt } from "./queries.ts"
import { readRefunds } from "./read-refunds.ts"
import { recordRefund } from "./record-refund.ts"
import { refunds } from "./tables.ts"
import { withdrawLostRefund } from "./withdraw-lost-refund.ts"

/**
 * Sends money back: claim, look for what an earlier try sent, send, write down. While its holder's bank has the money,
 * nothing is sent: it waits for the bank's decision, which starts this again.
 */
export async function refund(doors: PaymentDoors, work: Work, refundId: string): Promise<void> {
  const gatewayRefundId = await work.call("send-back", (call) => sendBack(doors, call, refundId), {
    tries: 12,
  })
  if (gatewayRefundId !== null) {
    await work.record("write-down", (ctx) => recordRefund(ctx, refundId, gatewayRefundId), {
      isLast: true,
    })
    return
  }
  await work.record("withdraw-lost", (ctx) => withdrawLostRefund(ctx, refundId), { isLast: true })
}

async function sendBack(doors: PaymentDoors, call: CallContext, refundId: string): Promise<string | null> {
  const claimed = await call.transact((ctx) => claim(ctx, refundId))
  if (!claimed) return null
  const { wanted, chargeId, gatewayName, isHeld } = claimed
  if (isHeld && !wanted.claimedAt) return null
  const gateway = await openGateway(doors, call, gatewayName)
  const left = wanted.claimedAt ? await gateway.findRefund({ chargeId, reference: wanted.id }) : undefined
  if (isHeld && !left) return null
  const sent =
    left ??
    (await gateway.refund({
      chargeId,
      reference: wanted.id,
      idempotencyKey: `refund:${wanted.id}`,
      amount: wanted.amount,
    }))
  if (sent === "disputed") return null
  if (sent === "too_large") return findFulfilled(gateway, call, { wanted, chargeId })
  if (!isSame(sent.amount, wanted.amount)) {
    throw new GiveUp(`${refundId}: the gateway sent back ${sent.amount.minor}, not ${wanted.amount.minor}`)
  }
  const { feeMinor } = sent
  if (feeMinor) await call.transact((ctx) => keepRefundFee(ctx, refundId, feeMinor))
  return sent.id
}

/** Less is left there than we owe: somebody has sent it back by hand meanwhile, or a person has to look. */
async function findFulfilled(
  gateway: Gateway,
  call: CallContext,
  { wanted, chargeId }: { readonly wanted: Refund; readonly chargeId: string },
): Promise<string> {
  const { attemptId } = wanted
  await readRefunds(gateway, call, { attemptId, chargeId })
  const { state, gatewayRefundId } = await call.read((ctx) => getRefund(ctx, wanted.id))
  if (state === "done" && gatewayRefundId) return gatewayRefundId
  throw new GiveUp(`${wanted.id}: less than ${wanted.amount.minor} is left at the gateway`, {
    trouble: "declined",
  })
}

async function claim(ctx: Context, refundId: string) {
  const { attemptId } = await getRefund(ctx, refundId)
  // The lock for everything that happens to its money: a dispute is seen, or comes after it was asked for.
  const attempt = await getAttempt(ctx, { kind: "all" }, attemptId, "update")
  const wanted = await getRefund(ctx, refundId)
  if (wanted.state !== "wanted") return undefined
  if (!attempt.chargeId) throw new GiveUp(`${attempt.id} was never charged`)
  const isHeld = await isDisputed(ctx, attempt.id)
  if (!wanted.claimedAt && !isHeld) {
    await ctx.db.update(refunds).set({ claimedAt: ctx.clock.now() }).where(eq(refunds.id, refundId))
  }
  return { wanted, chargeId: attempt.chargeId, gatewayName: attempt.gateway, isHeld }
}

async function getRefund(ctx: Context, refundId: string): Promise<Refund> {
  const found = await findRefund(ctx, { kind: "all" }, { id: refundId })
  if (!found) throw new GiveUp(`There is no refund ${refundId}`)
  return found
}
