import { type CallContext, GiveUp } from "#kit/work/define.ts"
import type { Attempt } from "./attempt.ts"
import { followRefunds } from "./follow-refunds.ts"
import type { Charge, Gateway } from "./gateways/gateway.ts"
import { connectGateway, type PaymentDoors } from "./open-gateway.ts"
import type { FindingPlan } from "./plan-finding.ts"
import { getAsked } from "./queries.ts"
import { recordFinding } from "./record-finding.ts"
import { recordMethodCharge } from "./record-method-charge.ts"

/**
 * Reads the gateway's own word on an attempt and writes it down: by its session, or by our reference as long as
 * we don't know one. Both halves may run twice; what doesn't add up stops for a person, and the row says why.
 */
export async function askGateway(
  doors: PaymentDoors,
  call: CallContext,
  attemptId: string,
): Promise<FindingPlan["act"]> {
  const { attempt, endpoint } = await call.read((ctx) => getAsked(ctx, { kind: "all" }, attemptId))
  const gateway = connectGateway(doors, call, attempt.gateway, endpoint)
  const { plan, charge } = await (attempt.methodId
    ? askAboutCharge(gateway, call, attempt)
    : askAboutCheckout(doors, gateway, call, attempt))
  await followRefunds(gateway, call, { attemptId, charge })
  if (plan.act === "alarm") throw new GiveUp(`${attemptId}: ${plan.why}`)
  return plan.act
}

/** What it means for the attempt, and the money that it is about. */
interface Answer {
  readonly plan: FindingPlan
  readonly charge: Charge | null
}

async function askAboutCheckout(
  { keyring }: PaymentDoors,
  gateway: Gateway,
  call: CallContext,
  attempt: Attempt,
): Promise<Answer> {
  const found = attempt.checkoutId
    ? await gateway.readCheckout(attempt.checkoutId)
    : await gateway.findCheckout(attempt.id)
  const plan = await call.transact((ctx) => recordFinding(ctx, keyring, { attemptId: attempt.id, found }))
  return { plan, charge: found?.charge ?? null }
}

async function askAboutCharge(gateway: Gateway, call: CallContext, attempt: Attempt): Promise<Answer> {
  if (!gateway.kept) throw new GiveUp(`${attempt.gateway} keeps no methods`)
  const found = await gateway.kept.findCharge(attempt.id)
  const plan = await call.transact((ctx) => recordMethodCharge(ctx, attempt.id, found))
  return { plan, charge: found?.charge ?? null }
}
