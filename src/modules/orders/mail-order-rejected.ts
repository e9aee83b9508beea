import { getAccount } from "#identity"
import type { Context } from "#kit/context.ts"
import { orderRejectedMail, sendMessage } from "#notifications"
import { getSettings, linkTo } from "#tenancy"
import { getOrder } from "./queries.ts"

/** "We could not accept it, and your money is on its way back": whoever has paid must not find out by waiting. */
export async function mailOrderRejected(ctx: Context, fact: { orderId: string }): Promise<void> {
  const order = await getOrder(ctx, { kind: "all" }, fact.orderId)
  const account = await getAccount(ctx, order.accountId)
  const settings = await getSettings(ctx)
  await sendMessage(ctx, {
    template: orderRejectedMail,
    to: { name: account.personName, address: account.email },
    accountId: account.id,
    language: account.language,
    key: `order-rejected:${order.id}`,
    data: {
      name: account.personName,
      orderNumber: order.number,
      total: order.total,
      orderUrl: linkTo(settings, account.language, `/orders/${order.id}`),
      contact: settings.seller.email,
    },
  })
}
