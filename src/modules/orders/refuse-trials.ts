import { lockAccount } from "#identity"
import type { Context } from "#kit/context.ts"
import { findChargeableMethod } from "#payments"
import type { CartLine } from "./cart.ts"
import { orderRefusals } from "./errors.ts"
import { listTried } from "./list-tried.ts"

/**
 * A trial is for somebody we know: it costs the house a machine, and is given once. Their account is held, so that of
 * two orders at once one is the first. Where a method is asked for, it is there and may be charged.
 */
export async function refuseTrials(
  ctx: Context,
  items: readonly CartLine[],
  methodId: string | undefined,
): Promise<void> {
  const trials = items.flatMap(({ trial, plan }) => (trial ? [{ trial, plan }] : []))
  if (trials.length === 0) return
  const accountId = ctx.actor.kind === "customer" ? ctx.actor.accountIds[0] : undefined
  if (!accountId) return orderRefusals.refuse("orders.trial_needs_sign_in", {}, { field: "person/email" })
  await lockAccount(ctx, { kind: "all" }, accountId)
  const tried = await listTried(ctx, { kind: "all" }, accountId)
  const isUsed = trials.some(({ trial, plan }) =>
    tried.some(({ productId }) => trial.once === "shop" || productId === plan.productId),
  )
  if (isUsed) orderRefusals.refuse("orders.trial_used")
  if (!trials.some(({ trial }) => trial.asksMethod)) return
  const method = methodId
    ? await findChargeableMethod(ctx, { kind: "all" }, { accountId, methodId })
    : undefined
  if (!method) orderRefusals.refuse("orders.trial_needs_method", {}, { field: "trial/methodId" })
}
