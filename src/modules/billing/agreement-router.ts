import { type Context, within } from "#kit/context.ts"
import { fromWire } from "#kit/money.ts"
import { permit } from "#kit/serve/permit.ts"
import { type Answers, answer } from "#kit/serve/serve.ts"
import type { agreementContract } from "./agreement-contract.ts"
import { createSubscription } from "./create-subscription.ts"
import { deleteSubscription } from "./delete-subscription.ts"
import { extendSubscription } from "./extend-subscription.ts"
import { listCurrent } from "./list-current.ts"
import { restoreSubscription } from "./restore-subscription.ts"
import { describeSubscription, type SubscriptionReader } from "./subscription-views.ts"
import { updateSubscription } from "./update-subscription.ts"

export function answerAgreements(
  readerOf: (ctx: Context) => Promise<SubscriptionReader>,
): Answers<typeof agreementContract> {
  return {
    current: answer(permit("billing.subscriptions.read"), async (ctx, { accountId }) => {
      const to = await readerOf(ctx)
      const items = await listCurrent(ctx, within(ctx.actor), accountId)
      return { items: items.map((one) => describeSubscription(one, to)) }
    }),
    create: answer(permit("billing.subscriptions.manage"), async (ctx, { price, startsOn, ...wish }) =>
      describeSubscription(
        await createSubscription(ctx, {
          ...wish,
          price: price && fromWire(price),
          startsOn: startsOn === undefined ? undefined : Temporal.PlainDate.from(startsOn),
        }),
        await readerOf(ctx),
      ),
    ),
    delete: answer(permit("billing.subscriptions.manage"), async (ctx, wish) =>
      describeSubscription(await deleteSubscription(ctx, wish), await readerOf(ctx)),
    ),
    restore: answer(permit("billing.subscriptions.manage"), async (ctx, wish) =>
      describeSubscription(await restoreSubscription(ctx, wish), await readerOf(ctx)),
    ),
    update: answer(permit("billing.subscriptions.manage"), async (ctx, wish) =>
      describeSubscription(await updateSubscription(ctx, wish), await readerOf(ctx)),
    ),
    renew: answer(permit("billing.subscriptions.extend"), async (ctx, { id }) => ({
      paymentRequestId: (await extendSubscription(ctx, { id, cycles: 1 })).id,
    })),
  }
}
