import { within } from "#kit/context.ts"
import { permit } from "#kit/serve/permit.ts"
import { type Answers, answer } from "#kit/serve/serve.ts"
import type { billingDayContract } from "./billing-day-contract.ts"
import { chooseBillingDay } from "./choose-billing-day.ts"
import { describeBillingDay } from "./describe-billing-day.ts"

export function answerBillingDay(): Answers<typeof billingDayContract> {
  return {
    get: answer(permit("billing.subscriptions.read"), (ctx, { id, day }) =>
      describeBillingDay(ctx, within(ctx.actor), { accountId: id, day }),
    ),
    choose: answer(permit("billing.subscriptions.extend"), async (ctx, { id, day }) => {
      await chooseBillingDay(ctx, { accountId: id, day })
      return describeBillingDay(ctx, within(ctx.actor), { accountId: id })
    }),
  }
}
