import type { Context } from "#kit/context.ts"
import { getCollectingPolicy } from "./get-collecting-policy.ts"
import { type LatePolicy, latePolicyOf } from "./late-payment.ts"
import { loadProlonged } from "./load-prolonged.ts"
import type { PaymentRequest } from "./payment-request.ts"
import { withProlonged } from "./with-prolonged.ts"

/** A request as whoever is about to pay it reads it. */
export interface PayableRequest {
  readonly request: PaymentRequest
  /** Something on it is late; from when what is paid now counts. */
  readonly late: LatePolicy | null
}

/** Which days it pays for if it is paid today: shown before, and the same when it is settled. */
export async function readPayable(ctx: Context, request: PaymentRequest): Promise<PayableRequest> {
  if (request.state !== "open") return { request, late: null }
  const prolonged = (await loadProlonged(ctx, request, "read")) ?? []
  const [first] = prolonged.filter((one) => one.isLate)
  const late = first ? latePolicyOf(first.one, (await getCollectingPolicy(ctx)).latePolicy) : null
  return { request: withProlonged(request, prolonged), late }
}
