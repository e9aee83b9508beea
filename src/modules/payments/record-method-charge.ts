import { and, eq } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { announce } from "#kit/events/announce.ts"
import type { Attempt } from "./attempt.ts"
import type { DeclineKind } from "./decline.ts"
import { paymentMethodFailed } from "./events.ts"
import type { MethodCharge } from "./gateways/gateway.ts"
import { isBeingCharged } from "./is-being-charged.ts"
import { listAccountMethods } from "./list-account-methods.ts"
import { noteDispute } from "./note-dispute.ts"
import { noteFee } from "./note-fee.ts"
import { noteTax } from "./note-tax.ts"
import type { FindingPlan } from "./plan-finding.ts"
import { planMethodCharge } from "./plan-method-charge.ts"
import { getAttempt } from "./queries.ts"
import { recordPlan } from "./record-plan.ts"
import { settleDefault } from "./settle-default.ts"
import { declineRules } from "./severity.ts"
import { paymentMethods } from "./tables.ts"

/** Writes down what became of charging a saved method, and what the bank's word means for the method itself. */
export async function recordMethodCharge(
  ctx: Context,
  attemptId: string,
  found: MethodCharge | undefined,
): Promise<FindingPlan> {
  const attempt = await getAttempt(ctx, { kind: "all" }, attemptId, "update")
  const mayStillBeCharged = found === undefined && (await isBeingCharged(ctx, { kind: "all" }, attemptId))
  const plan = planMethodCharge(attempt, { found, mayStillBeCharged }, ctx.clock.now())
  await recordPlan(ctx, attempt, plan)
  await noteDispute(ctx, attempt, found?.charge ?? null)
  await noteFee(ctx, attempt, found?.charge ?? null)
  if (plan.act === "settle") {
    await noteCharged(ctx, attempt)
    await noteTax(ctx, attempt, found?.charge ?? null)
  }
  if (plan.act === "decline") await judgeMethod(ctx, attempt, plan.decline)
  return plan
}

async function noteCharged(ctx: Context, { methodId }: Attempt): Promise<void> {
  await ctx.db
    .update(paymentMethods)
    .set({ chargedAt: ctx.clock.now() })
    .where(eq(paymentMethods.id, methodId ?? ""))
}

async function judgeMethod(ctx: Context, attempt: Attempt, decline: DeclineKind): Promise<void> {
  const { methodBecomes: state } = declineRules[decline]
  if (state === "usable" || !attempt.methodId) return
  const { methodId, accountId } = attempt
  await listAccountMethods(ctx, { kind: "all" }, accountId, "update")
  const judged = await ctx.db
    .update(paymentMethods)
    .set({ state, decline })
    .where(and(eq(paymentMethods.id, methodId), eq(paymentMethods.state, "usable")))
    .returning({ id: paymentMethods.id })
  if (judged.length === 0) return
  await settleDefault(ctx, accountId)
  await announce(ctx, paymentMethodFailed, { methodId, accountId, decline })
}
