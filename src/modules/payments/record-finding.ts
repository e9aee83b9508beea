import type { Context } from "#kit/context.ts"
import type { Keyring } from "#kit/secrets.ts"
import type { Checkout } from "./gateways/gateway.ts"
import { keepMethod } from "./keep-method.ts"
import { noteDispute } from "./note-dispute.ts"
import { noteFee } from "./note-fee.ts"
import { noteTax } from "./note-tax.ts"
import { type FindingPlan, planFinding } from "./plan-finding.ts"
import { getAttempt } from "./queries.ts"
import { recordPlan } from "./record-plan.ts"

/**
 * Writes down what a look at the gateway showed. Return address, webhook and sweep may all come here at the
 * same moment: the attempt's row is locked, so one of them moves it and the others find nothing to do.
 */
export async function recordFinding(
  ctx: Context,
  keyring: Keyring,
  { attemptId, found }: { readonly attemptId: string; readonly found: Checkout | undefined },
): Promise<FindingPlan> {
  const attempt = await getAttempt(ctx, { kind: "all" }, attemptId, "update")
  const plan = planFinding(attempt, found, ctx.clock.now())
  await recordPlan(ctx, attempt, plan)
  await noteDispute(ctx, attempt, found?.charge ?? null)
  await noteFee(ctx, attempt, found?.charge ?? null)
  if (plan.act === "settle") await noteTax(ctx, attempt, found?.charge ?? null)
  // Told once: only the look that settles it comes here.
  if (plan.act === "settle" && attempt.asksToKeep && found?.method) {
    const { accountId, endpointId, gateway } = attempt
    await keepMethod(ctx, keyring, { accountId, endpointId, gateway, method: found.method })
  }
  return plan
}
