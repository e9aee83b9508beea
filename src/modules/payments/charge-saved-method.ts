import { type Context, type Reach } from "#kit/context.ts"
import { startWork } from "#kit/work/start-work.ts"
import { checkSame } from "./check-same.ts"
import { type AttemptView, describeAttempt } from "./describe-attempt.ts"
import { paymentRefusals } from "./errors.ts"
import { findChargeableMethod } from "./find-chargeable-method.ts"
import type { SavedMethod } from "./method.ts"
import { findEndpoint, findLiveAttempt, wasDeclinedFor } from "./queries.ts"
import { finalDeclines } from "./severity.ts"
import { chargeMethodWork } from "./work-kinds.ts"
import { type AttemptWish, writeAttempt } from "./write-attempt.ts"

export interface SavedCharge extends AttemptWish {
  /** Absent: the account's default. */
  readonly methodId?: string | undefined
}

/** Whoever calls has looked whether this is to be paid now; here the attempt belongs to the house. */
const wholeHouse: Reach = { kind: "all" }

/**
 * Charges what an account lets us charge while nobody is there, or hands back the attempt that is under way for the
 * reference. What came of it is told by paymentSettled or paymentDeclined, as at the gateway's own page.
 */
export async function chargeSavedMethod(ctx: Context, wanted: SavedCharge): Promise<AttemptView> {
  const live = await findLiveAttempt(ctx, wholeHouse, wanted.reference)
  if (live) return describeAttempt(checkSame(live, wanted), ctx.language)
  const method = await getChargeable(ctx, wanted)
  if (await wasDeclinedFor(ctx, wholeHouse, wanted.reference, method.id, finalDeclines)) {
    return paymentRefusals.refuse("payments.method_refused_for_good", { methodId: method.id })
  }
  const { gateway, endpointId } = method
  const endpoint = await findEndpoint(ctx, wholeHouse, { id: endpointId })
  if (endpoint?.state !== "enabled") return paymentRefusals.refuse("payments.gateway_missing", { gateway })
  const written = await writeAttempt(ctx, wanted, { endpointId, gateway, methodId: method.id })
  if (!written) return chargeSavedMethod(ctx, wanted)
  const { id } = written
  await startWork(ctx, chargeMethodWork, { attemptId: id }, { key: `charge-method:${id}` })
  return describeAttempt(written, ctx.language)
}

async function getChargeable(ctx: Context, { accountId, methodId }: SavedCharge): Promise<SavedMethod> {
  const found = await findChargeableMethod(ctx, wholeHouse, { accountId, methodId })
  return found ?? paymentRefusals.refuse("payments.no_usable_method", { accountId, methodId: methodId ?? "" })
}
