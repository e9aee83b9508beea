import type { CallContext } from "#kit/work/define.ts"
import type { Gateway } from "./gateways/gateway.ts"
import { recordFoundRefunds } from "./record-found-refunds.ts"

/** All that went back of a charge, as the gateway has it. */
export async function readRefunds(
  gateway: Gateway,
  call: CallContext,
  of: { readonly attemptId: string; readonly chargeId: string },
): Promise<void> {
  const found = await gateway.listRefunds(of.chargeId)
  await call.transact((ctx) => recordFoundRefunds(ctx, of, found))
}
