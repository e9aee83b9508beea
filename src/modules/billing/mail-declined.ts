import { getAccount } from "#identity"
import type { Context } from "#kit/context.ts"
import { toWire } from "#kit/money.ts"
import { paymentDeclined, paymentNeedsPayer, sendMessage } from "#notifications"
import { type DeclineKind, declineRules, sayDecline } from "#payments"
import { getSettings, linkTo } from "#tenancy"
import { findPaymentRequest } from "./queries.ts"

/**
 * Says why the payment did not go through and how to mend it, once per attempt. Where a bank wants to see the holder
 * of a saved card, that is asked for in words of its own: nobody saw a payment fail.
 */
export async function mailDeclined(
  ctx: Context,
  fact: { attemptId: string; reference: string; decline: DeclineKind; methodId: string | null },
): Promise<void> {
  const request = await findPaymentRequest(ctx, { kind: "all" }, fact.reference)
  if (!request) return
  const account = await getAccount(ctx, request.accountId)
  const settings = await getSettings(ctx)
  const path = request.orderId ? `/orders/${request.orderId}` : `/portal/requests/${request.id}`
  const letter = {
    to: { name: account.personName, address: account.email },
    accountId: account.id,
    language: account.language,
    key: `payment-declined:${fact.attemptId}`,
  }
  const data = {
    name: account.personName,
    reference: request.number,
    total: toWire(request.left),
    payUrl: linkTo(settings, account.language, path),
  }
  if (fact.methodId && declineRules[fact.decline].asksFor === "payer") {
    await sendMessage(ctx, { ...letter, template: paymentNeedsPayer, data })
    return
  }
  const reason = sayDecline(fact.decline)[account.language]
  await sendMessage(ctx, { ...letter, template: paymentDeclined, data: { ...data, reason } })
}
