import { eq } from "drizzle-orm"
import { recordAudit } from "#audit"
import type { Context } from "#kit/context.ts"
import { announce } from "#kit/events/announce.ts"
import { toWire } from "#kit/money.ts"
import { tellWatchers } from "#kit/watch.ts"
import { postTransfer } from "#ledger"
import type { Attempt } from "./attempt.ts"
import { paymentDeclined, paymentSettled } from "./events.ts"
import type { Checkout } from "./gateways/gateway.ts"
import { type FindingPlan, planFinding } from "./plan-finding.ts"
import { getAttempt } from "./queries.ts"
import { attempts } from "./tables.ts"

/**
 * Writes down what a look at the gateway showed. Return address, webhook and sweep may all come here at the
 * same moment: the attempt's row is locked, so one of them moves it and the others find nothing to do.
 */
export async function recordFinding(
  ctx: Context,
  attemptId: string,
  found: Checkout | undefined,
): Promise<FindingPlan> {
  const attempt = await getAttempt(ctx, { kind: "all" }, attemptId, "update")
  const now = ctx.clock.now()
  const plan = planFinding(attempt, found, now)
  const changes = planChanges(plan, now)
  const write = ctx.db
    .update(attempts)
    .set({ ...changes, askedAt: now })
    .where(eq(attempts.id, attempt.id))
  await (plan.act === "nothing" ? write : write.returning({ told: tellWatchers(ctx, attempt.id) }))
  await announceFinding(ctx, attempt, plan)
  return plan
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
        checkoutId: plan.checkoutId,
        chargeId: plan.chargeId,
        gatewayTaxMinor: plan.taxMinor,
        settledAt: now,
        trouble: null,
      }
    case "decline":
      return { state: "declined", checkoutId: plan.checkoutId, decline: plan.decline }
    case "abandon":
      return { state: "abandoned", ...(plan.checkoutId ? { checkoutId: plan.checkoutId } : {}) }
    case "alarm":
      return { trouble: plan.why }
  }
}

async function announceFinding(ctx: Context, attempt: Attempt, plan: FindingPlan): Promise<void> {
  const { id: attemptId, reference, accountId, amount, gateway } = attempt
  if (plan.act === "settle") {
    // The money is at the gateway from this moment, whatever becomes of it: it is the customer's until applied.
    await postTransfer(ctx, {
      key: `payment:${attemptId}`,
      currency: amount.currency,
      reference: attemptId,
      words: `Payment received by ${gateway}`,
      postings: [
        { account: `cash:${gateway}`, minor: amount.minor },
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
    await announce(ctx, paymentDeclined, { attemptId, reference, accountId, decline: plan.decline })
  }
}
