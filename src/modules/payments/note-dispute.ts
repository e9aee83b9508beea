import type { Context } from "#kit/context.ts"
import type { Attempt } from "./attempt.ts"
import { ensureFinding } from "./ensure-finding.ts"
import type { Charge } from "./gateways/gateway.ts"
import { describeDispute } from "./plan-match.ts"

/** A notice led here: staff see a disputed charge at once, not only after the night's comparison. */
export async function noteDispute(ctx: Context, attempt: Attempt, charge: Charge | null): Promise<void> {
  const dispute = charge && describeDispute(charge, attempt.id)
  if (dispute) await ensureFinding(ctx, attempt.endpointId, dispute)
}
