import type { Context } from "#kit/context.ts"
import type { Attempt } from "./attempt.ts"
import { ensureFinding } from "./ensure-finding.ts"
import type { Charge } from "./gateways/gateway.ts"
import { describeDispute } from "./plan-match.ts"
import { getAttempt } from "./queries.ts"
import { recordDispute } from "./record-dispute.ts"

/**
 * A look at the gateway led here: a disputed charge is booked and in front of staff at once, not only after the night's
 * comparison. Called with the attempt's row held.
 */
export async function noteDispute(ctx: Context, attempt: Attempt, charge: Charge | null): Promise<void> {
  // As it was before the look: of what had not been charged nothing can be given back by a bank.
  if (!charge || (!charge.disputedAt && !attempt.chargeId)) return
  const { state, chargeId } = await getAttempt(ctx, { kind: "all" }, attempt.id)
  if (chargeId !== charge.id || (state !== "settled" && state !== "refunded")) return
  await recordDispute(ctx, attempt, charge)
  const dispute = describeDispute(charge, attempt.id, ctx.clock.now())
  if (dispute) await ensureFinding(ctx, attempt.endpointId, dispute)
}
