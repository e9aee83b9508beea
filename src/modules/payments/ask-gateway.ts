import { type CallContext, GiveUp } from "#kit/work/define.ts"
import { openGateway, type PaymentDoors } from "./open-gateway.ts"
import type { FindingPlan } from "./plan-finding.ts"
import { getAttempt } from "./queries.ts"
import { recordFinding } from "./record-finding.ts"

/**
 * Reads the gateway's own word on an attempt and writes it down: by its session, or by our reference as long as
 * we don't know one. Both halves may run twice; what doesn't add up stops for a person, and the row says why.
 */
export async function askGateway(
  doors: PaymentDoors,
  call: CallContext,
  attemptId: string,
): Promise<FindingPlan["act"]> {
  const attempt = await call.transact((ctx) => getAttempt(ctx, { kind: "all" }, attemptId))
  const gateway = await openGateway(doors, call, attempt.gateway)
  const found = attempt.checkoutId
    ? await gateway.readCheckout(attempt.checkoutId)
    : await gateway.findCheckout(attempt.id)
  const plan = await call.transact((ctx) => recordFinding(ctx, attemptId, found))
  if (plan.act === "alarm") throw new GiveUp(`${attemptId}: ${plan.why}`)
  return plan.act
}
