import type { Context } from "#kit/context.ts"
import type { Attempt } from "./attempt.ts"
import { ensureFinding } from "./ensure-finding.ts"
import type { Charge } from "./gateways/gateway.ts"
import { describeTax } from "./plan-match.ts"

/** What was just settled has another tax on the gateway's own receipt: it is in front of staff at once. */
export async function noteTax(ctx: Context, attempt: Attempt, charge: Charge | null): Promise<void> {
  const differs = charge && describeTax(charge, { attemptId: attempt.id, taxMinor: attempt.taxMinor })
  if (differs) await ensureFinding(ctx, attempt.endpointId, differs)
}
