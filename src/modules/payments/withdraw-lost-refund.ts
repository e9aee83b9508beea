import { eq } from "drizzle-orm"
import { recordAudit } from "#audit"
import type { Context, Reach } from "#kit/context.ts"
import { toWire } from "#kit/money.ts"
import { keepTransferWords, postTransfer } from "#ledger"
import { countLost } from "./count-lost.ts"
import { findDisputeState } from "./find-dispute-state.ts"
import { findRefund, getAttempt } from "./queries.ts"
import { refunds } from "./tables.ts"

const wholeHouse: Reach = { kind: "all" }

/**
 * What was to be sent back has been given to its payer by their bank: it isn't sent, and what was theirs is no loss. A
 * refund that waits, was sent or was withdrawn already stays as it is.
 */
export async function withdrawLostRefund(ctx: Context, refundId: string): Promise<void> {
  const known = await findRefund(ctx, wholeHouse, { id: refundId })
  if (!known) return
  const attempt = await getAttempt(ctx, wholeHouse, known.attemptId, "update")
  const wanted = await findRefund(ctx, wholeHouse, { id: refundId })
  if (wanted?.state !== "wanted" || (await findDisputeState(ctx, attempt.id)) !== "lost") return
  const { amount } = wanted
  const { disputeId } = await countLost(ctx, { attemptId: attempt.id, amount })
  await ctx.db.update(refunds).set({ state: "withdrawn" }).where(eq(refunds.id, refundId))
  await postTransfer(ctx, {
    key: `dispute-counted:${refundId}`,
    currency: amount.currency,
    reference: disputeId,
    words: keepTransferWords("dispute_owed_anyway", { dispute: disputeId }),
    postings: [
      { account: `unapplied:${attempt.accountId}`, minor: amount.minor },
      { account: "losses:chargeback", minor: -amount.minor },
    ],
  })
  await recordAudit(ctx, {
    act: "payments.refund-withdrawn",
    subjectId: refundId,
    accountId: attempt.accountId,
    reason: "The card's bank gave the money to its holder.",
    before: { state: "wanted" },
    after: { state: "withdrawn", disputeId, amount: toWire(amount) },
  })
}
