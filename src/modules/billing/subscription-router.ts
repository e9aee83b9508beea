import { type Context, within } from "#kit/context.ts"
import { toWire } from "#kit/money.ts"
import { permit } from "#kit/serve/permit.ts"
import { type Answers, answer } from "#kit/serve/serve.ts"
import { getSettings } from "#tenancy"
import { answerAgreements } from "./agreement-router.ts"
import { cancelSubscription } from "./cancel-subscription.ts"
import { chooseCollection } from "./choose-collection.ts"
import { countSubscriptions } from "./count-subscriptions.ts"
import { extendSubscription } from "./extend-subscription.ts"
import { freeSubscription } from "./free-subscription.ts"
import { getCollectingPolicy } from "./get-collecting-policy.ts"
import { getSubscription } from "./get-subscription.ts"
import { getUpcoming } from "./get-upcoming.ts"
import { graceSubscription } from "./grace-subscription.ts"
import { grantSubscription } from "./grant-subscription.ts"
import { keepSubscription } from "./keep-subscription.ts"
import { listSubscriptions } from "./list-subscriptions.ts"
import { pauseSubscription } from "./pause-subscription.ts"
import { answerQuantity } from "./quantity-router.ts"
import { resumeSubscription } from "./resume-subscription.ts"
import type { subscriptionContract } from "./subscription-contract.ts"
import { describeSubscription, describeUpcoming, type SubscriptionReader } from "./subscription-views.ts"
import { sumPaid } from "./sum-paid.ts"
import { suspendSubscription } from "./suspend-subscription.ts"

export function answerSubscriptions(): Answers<typeof subscriptionContract> {
  return {
    ...answerAgreements(readerOf),
    quantity: answerQuantity(),
    list: answer(permit("billing.subscriptions.read"), async (ctx, input) => {
      const page = await listSubscriptions(ctx, within(ctx.actor), input)
      const to = await readerOf(ctx)
      return { ...page, items: page.items.map((one) => describeSubscription(one, to)) }
    }),
    get: answer(permit("billing.subscriptions.read"), async (ctx, { id }) => {
      const one = await getSubscription(ctx, within(ctx.actor), id)
      const to = await readerOf(ctx)
      const paidTotal = to.isStaff ? toWire(await sumPaid(ctx, one)) : null
      return { ...describeSubscription(one, to), paidTotal }
    }),
    upcoming: answer(permit("billing.subscriptions.read"), async (ctx, { accountId }) => {
      const charges = await getUpcoming(ctx, within(ctx.actor), accountId)
      return { items: charges.map(describeUpcoming) }
    }),
    counts: answer(permit("billing.subscriptions.read"), (ctx) => countSubscriptions(ctx, within(ctx.actor))),
    cancel: answer(permit("billing.subscriptions.cancel"), async (ctx, wish) =>
      describeSubscription(await cancelSubscription(ctx, wish), await readerOf(ctx)),
    ),
    chooseCollection: answer(permit("billing.subscriptions.extend"), async (ctx, wish) =>
      describeSubscription(await chooseCollection(ctx, wish), await readerOf(ctx)),
    ),
    keep: answer(permit("billing.subscriptions.cancel"), async (ctx, { id }) =>
      describeSubscription(await keepSubscription(ctx, id), await readerOf(ctx)),
    ),
    pause: answer(permit("billing.subscriptions.cancel"), async (ctx, wish) =>
      describeSubscription(await pauseSubscription(ctx, wish), await readerOf(ctx)),
    ),
    resume: answer(permit("billing.subscriptions.cancel"), async (ctx, { id }) =>
      describeSubscription(await resumeSubscription(ctx, id), await readerOf(ctx)),
    ),
    grace: answer(permit("billing.subscriptions.manage"), async (ctx, wish) =>
      describeSubscription(await graceSubscription(ctx, wish), await readerOf(ctx)),
    ),
    suspend: answer(permit("billing.subscriptions.manage"), async (ctx, wish) =>
      describeSubscription(await suspendSubscription(ctx, wish), await readerOf(ctx)),
    ),
    grant: answer(permit("billing.subscriptions.manage"), async (ctx, wish) =>
      describeSubscription(await grantSubscription(ctx, wish), await readerOf(ctx)),
    ),
    free: answer(permit("billing.subscriptions.manage"), async (ctx, wish) =>
      describeSubscription(await freeSubscription(ctx, wish), await readerOf(ctx)),
    ),
    extend: answer(permit("billing.subscriptions.extend"), async (ctx, input) => ({
      paymentRequestId: (await extendSubscription(ctx, input)).id,
    })),
  }
}

async function readerOf(ctx: Context): Promise<SubscriptionReader> {
  const today = ctx.clock.today((await getSettings(ctx)).timeZone)
  return { today, isStaff: ctx.actor.kind === "staff", policy: await getCollectingPolicy(ctx) }
}
