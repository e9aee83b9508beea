import { getAccount } from "#identity"
import type { Context } from "#kit/context.ts"
import { toWire } from "#kit/money.ts"
import { paymentDeclined, sendMessage } from "#notifications"
import { type DeclineKind, sayDecline } from "#payments"
import { getSettings, linkTo } from "#tenancy"
import { findPaymentRequest } from "./queries.ts"

/** Says why the payment did not go through and how to mend it, once per attempt. */
export async function mailDeclined(
  ctx: Context,
  fact: { attemptId: string; reference: string; decline: DeclineKind },
): Promise<void> {
  const request = await findPaymentRequest(ctx, { kind: "all" }, fact.reference)
  if (!request) return
  const account = await getAccount(ctx, request.accountId)
  const settings = await getSettings(ctx)
  const path = request.orderId ? `/orders/${request.orderId}` : "/portal/invoices"
  await sendMessage(ctx, {
    template: paymentDeclined,
    to: { name: account.personName, address: account.email },
    language: account.language,
    key: `payment-declined:${fact.attemptId}`,
    data: {
      name: account.personName,
      reference: request.number,
      total: toWire(request.total),
      reason: sayDecline(fact.decline)[account.language],
      payUrl: linkTo(settings, account.language, path),
    },
  })
}
