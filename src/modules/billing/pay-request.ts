import { type Context, type Reach, within } from "#kit/context.ts"
import { isSame } from "#kit/money.ts"
import { type AttemptView, chargeSavedMethod, startAttempt } from "#payments"
import { billingRefusals } from "./errors.ts"
import { isPayable } from "./payment-request.ts"
import { getPaymentRequest } from "./queries.ts"

/** Starts paying a request. A second click, a second tab or Back find the attempt that is already running. */
export async function payRequest(
  ctx: Context,
  wanted: { readonly id: string; readonly gateway: string; readonly methodId?: string | undefined },
  reach: Reach = within(ctx.actor),
): Promise<AttemptView> {
  // Locked: money that settles it at this moment is seen before a second attempt begins.
  const request = await getPaymentRequest(ctx, reach, wanted.id, "update")
  if (!isPayable(request.state)) {
    return billingRefusals.refuse("billing.request_not_open", { requestId: request.id, state: request.state })
  }
  const wish = {
    reference: request.id,
    accountId: request.accountId,
    amount: request.left,
    taxMinor: isSame(request.left, request.total) ? request.tax.minor : undefined,
    description: describe(request),
    language: ctx.language,
  }
  if (wanted.methodId) return chargeSavedMethod(ctx, { ...wish, methodId: wanted.methodId })
  return startAttempt(ctx, {
    ...wish,
    gateway: wanted.gateway,
    // Staff who pay for somebody leave no card of theirs with the account.
    asksToKeep: ctx.actor.kind === "customer" || ctx.actor.kind === "buyer",
  })
}

/** What the payer reads on the payment page: gateways cut at about 100 characters. */
function describe(request: {
  readonly number: string
  readonly lines: readonly { readonly words: string }[]
}) {
  const [first, ...others] = request.lines
  const more = others.length > 0 ? ` +${others.length}` : ""
  return `${request.number} · ${first?.words ?? ""}`.slice(0, 95 - more.length) + more
}
