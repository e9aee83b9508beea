import { type Context, within } from "#kit/context.ts"
import { permit } from "#kit/serve/permit.ts"
import { type Answers, answer } from "#kit/serve/serve.ts"
import { getSettings } from "#tenancy"
import { getSubscription } from "./get-subscription.ts"
import { listSubscriptions } from "./list-subscriptions.ts"
import type { subscriptionContract } from "./subscription-contract.ts"
import { describeSubscription } from "./subscription-views.ts"

export function answerSubscriptions(): Answers<typeof subscriptionContract> {
  return {
    list: answer(permit("billing.subscriptions.read"), async (ctx, input) => {
      const page = await listSubscriptions(ctx, within(ctx.actor), input)
      const today = await todayOf(ctx)
      return { ...page, items: page.items.map((one) => describeSubscription(one, today)) }
    }),
    get: answer(permit("billing.subscriptions.read"), async (ctx, { id }) =>
      describeSubscription(await getSubscription(ctx, within(ctx.actor), id), await todayOf(ctx)),
    ),
  }
}

async function todayOf(ctx: Context): Promise<Temporal.PlainDate> {
  return ctx.clock.today((await getSettings(ctx)).timeZone)
}
