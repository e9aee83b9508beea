import { type Context, type Reach } from "#kit/context.ts"
import { startWork } from "#kit/work/start-work.ts"
import { checkSame } from "./check-same.ts"
import { type AttemptView, describeAttempt } from "./describe-attempt.ts"
import { paymentRefusals } from "./errors.ts"
import { findGatewayKind } from "./gateways/registry.ts"
import { findEndpoint, findLiveAttempt } from "./queries.ts"
import { openCheckoutWork } from "./work-kinds.ts"
import { type AttemptWish, writeAttempt } from "./write-attempt.ts"

export interface NewAttempt extends AttemptWish {
  readonly gateway: string
  /** The gateway's page asks whether the method may be kept for later: only where the payer acts for the account. */
  readonly asksToKeep?: boolean
}

/** The caller has already looked whether the payer may pay this; here the attempt belongs to the house. */
const wholeHouse: Reach = { kind: "all" }

/** Starts to settle a reference, or hands back the attempt that is doing it: there is one at a time. */
export async function startAttempt(ctx: Context, wanted: NewAttempt): Promise<AttemptView> {
  const live = await findLiveAttempt(ctx, wholeHouse, wanted.reference)
  if (live) return describeAttempt(checkSame(live, wanted), ctx.language)
  const { gateway } = wanted
  const endpoint = await findEndpoint(ctx, wholeHouse, { gateway })
  if (endpoint?.state !== "enabled" || !findGatewayKind(gateway))
    return paymentRefusals.refuse("payments.gateway_missing", { gateway })
  const asksToKeep = (wanted.asksToKeep ?? false) && findGatewayKind(gateway)?.keepsMethods === true
  const written = await writeAttempt(ctx, wanted, { endpointId: endpoint.id, gateway, asksToKeep })
  if (!written) return startAttempt(ctx, wanted)
  const { id } = written
  await startWork(ctx, openCheckoutWork, { attemptId: id }, { key: `open-checkout:${id}` })
  return describeAttempt(written, ctx.language)
}
