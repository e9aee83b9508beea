import { getAccount } from "#identity"
import type { Context } from "#kit/context.ts"
import type { WireMoney } from "#kit/money.ts"
import { paymentTakenBack, sendMessage } from "#notifications"
import { getSettings, linkTo } from "#tenancy"
import { getCollectingPolicy } from "./get-collecting-policy.ts"
import { findPaymentRequest, getInvoice } from "./queries.ts"

/** Its customer is told what their bank's decision means for what they use, once for each. */
export async function mailDisputeLost(
  ctx: Context,
  fact: { readonly disputeId: string; readonly reference: string; readonly amount: WireMoney },
): Promise<void> {
  const request = await findPaymentRequest(ctx, { kind: "all" }, fact.reference)
  if (!request?.invoiceId) return
  const { number } = await getInvoice(ctx, { kind: "all" }, request.invoiceId)
  const account = await getAccount(ctx, request.accountId)
  const settings = await getSettings(ctx)
  const { lostDispute } = await getCollectingPolicy(ctx)
  await sendMessage(ctx, {
    template: paymentTakenBack,
    to: { name: account.personName, address: account.email },
    accountId: account.id,
    language: account.language,
    key: `dispute-lost:${fact.disputeId}`,
    data: {
      name: account.personName,
      number,
      total: fact.amount,
      isSuspended: lostDispute === "suspend",
      url: linkTo(settings, account.language, `/portal/invoices/${request.invoiceId}`),
    },
  })
}
