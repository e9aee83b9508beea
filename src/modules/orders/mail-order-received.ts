import { getPaymentRequest } from "#billing"
import { getAccount } from "#identity"
import type { Context } from "#kit/context.ts"
import { toWire } from "#kit/money.ts"
import { orderReceived, sendMessage } from "#notifications"
import { getSettings, linkTo } from "#tenancy"
import { listOrderedTrials } from "./list-ordered-trials.ts"
import { getOrder } from "./queries.ts"

/** "We have your order": what was ordered, and where to pay if the browser was closed too early. */
export async function mailOrderReceived(ctx: Context, fact: { orderId: string }): Promise<void> {
  const order = await getOrder(ctx, { kind: "all" }, fact.orderId)
  const account = await getAccount(ctx, order.accountId)
  const { paymentRequestId } = order
  const request = paymentRequestId
    ? await getPaymentRequest(ctx, { kind: "all" }, paymentRequestId)
    : undefined
  const settings = await getSettings(ctx)
  await sendMessage(ctx, {
    template: orderReceived,
    to: { name: account.personName, address: account.email },
    accountId: account.id,
    language: account.language,
    key: `order-received:${order.id}`,
    data: {
      name: account.personName,
      orderNumber: order.number,
      lines: (request?.lines ?? []).map((line) => ({ words: line.words, amount: toWire(line.gross) })),
      total: order.total,
      trials: await listOrderedTrials(ctx, { kind: "all" }, order.id, account.language),
      isAsked: request !== undefined,
      payUrl: linkTo(settings, account.language, `/orders/${order.id}`),
    },
  })
}
