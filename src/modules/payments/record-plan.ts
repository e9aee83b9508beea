import { eq } from "drizzle-orm"
import { recordAudit } from "#audit"
import type { Context } from "#kit/context.ts"
import { announce } from "#kit/events/announce.ts"
import { toWire } from "#kit/money.ts"
import { tellWatchers } from "#kit/watch.ts"
import { keepTransferWords, postTransfer } from "#ledger"
import type { Attempt } from "./attempt.ts"
import { paymentDeclined, paymentSettled } from "./events.ts"
import type { FindingPlan } from "./plan-finding.ts"
import { declineRules } from "./severity.ts"
import { attempts } from "./tables.ts"

/** Carries a plan out on our side: the attempt, the money's first posting, what is announced. Its row is locked. */
export async function recordPlan(ctx: Context, attempt: Attempt, plan: FindingPlan): Promise<void> {
  const now = ctx.clock.now()
  const write = ctx.db
    .update(attempts)
    .set({ ...planChanges(plan, now), askedAt: now })
    .where(eq(attempts.id, attempt.id))
  await (plan.act === "nothing" ? write : write.returning({ told: tellWatchers(ctx, attempt.id) }))
  await announcePlan(ctx, attempt, plan)
}

/** The columns that a plan changes. */
function planChanges(plan: FindingPlan, now: Temporal.Instant): Partial<typeof attempts.$inferInsert> {
  switch (plan.act) {
    case "nothing":
      return {}
    case "wait":
      return {
        state: "waiting_for_payer",
        checkoutId: plan.checkoutId,
        redirectUrl: plan.redirectUrl,
        expiresAt: plan.expiresAt,
      }
    case "settle":
      return {
        state: "settled",
        ...(plan.checkoutId ? { checkoutId: plan.checkoutId } : {}),
        chargeId: plan.chargeId,
        gatewayTaxMinor: plan.taxMinor,
        feeMinor: plan.feeMinor,
        payerCountry: plan.payerCountry,
        settledAt: now,
        trouble: null,
      }
    case "decline":
      return {
        state: "declined",
        ...(plan.checkoutId ? { checkoutId: plan.checkoutId } : {}),
        decline: plan.decline,
      }
    case "abandon":
      return { state: "abandoned", ...(plan.checkoutId ? { checkoutId: plan.checkoutId } : {}) }
    case "alarm":
      return { trouble: plan.why }
  }
}

async function announcePlan(ctx: Context, attempt: Attempt, plan: FindingPlan): Promise<void> {
  const { id: attemptId, reference, accountId, amount, gateway, methodId } = attempt
  if (plan.act === "settle") {
    const fee = plan.feeMinor ?? 0n
    // The money is at the gateway from this moment, whatever becomes of it: it is the customer's until applied. The
    // gateway's fee is ours to bear.
    await postTransfer(ctx, {
      key: `payment:${attemptId}`,
      currency: amount.currency,
      reference: attemptId,
      words: keepTransferWords("payment", { gateway }),
      postings: [
        { account: `cash:${gateway}`, minor: amount.minor - fee },
        ...(fee > 0n ? [{ account: `fees:${gateway}`, minor: fee }] : []),
        { account: `unapplied:${accountId}`, minor: -amount.minor },
      ],
    })
    await announce(ctx, paymentSettled, { attemptId, reference, accountId, amount: toWire(amount), gateway })
    await recordAudit(ctx, {
      act: "payments.settled",
      subjectId: attemptId,
      accountId,
      before: { state: attempt.state },
      after: { state: "settled", chargeId: plan.chargeId, amount: toWire(amount) },
    })
  }
  if (plan.act === "decline") {
    const { decline } = plan
    const { severity } = declineRules[decline]
    await announce(ctx, paymentDeclined, { attemptId, reference, accountId, decline, severity, methodId })
  }
}
