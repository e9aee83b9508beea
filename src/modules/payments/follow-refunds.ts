import type { CallContext } from "#kit/work/define.ts"
import type { Charge, Gateway } from "./gateways/gateway.ts"
import { readRefunds } from "./read-refunds.ts"
import { sumSent } from "./sum-sent.ts"

/** The gateway says that more went back of a charge than our books have: who sent it is asked, and it is written down. */
export async function followRefunds(
  gateway: Gateway,
  call: CallContext,
  { attemptId, charge }: { readonly attemptId: string; readonly charge: Charge | null },
): Promise<void> {
  if (!charge || charge.refundedMinor === 0n) return
  const sent = await call.read((ctx) => sumSent(ctx, attemptId))
  if (sent < charge.refundedMinor) await readRefunds(gateway, call, { attemptId, chargeId: charge.id })
}
