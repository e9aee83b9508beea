import { within } from "#kit/context.ts"
import { fromWire, toWire } from "#kit/money.ts"
import { permit } from "#kit/serve/permit.ts"
import { type Answers, answer } from "#kit/serve/serve.ts"
import { getSettings } from "#tenancy"
import { findHold } from "./find-hold.ts"
import { getSubscription } from "./get-subscription.ts"
import { listPurchases } from "./list-purchases.ts"
import { takeBackPurchases } from "./take-back-purchases.ts"
import type { refundContract } from "./taking-back-contract.ts"
import { describeRefund } from "./taking-back-views.ts"

export function answerRefunds(): Answers<typeof refundContract> {
  return {
    preview: answer(permit("billing.subscriptions.read"), async (ctx, { id }) => {
      const subscription = await getSubscription(ctx, within(ctx.actor), id)
      const today = ctx.clock.today((await getSettings(ctx)).timeZone)
      const purchases = subscription.endedAt ? [] : await listPurchases(ctx, subscription, today)
      const { releaseOn } = await findHold(ctx, subscription, today)
      return describeRefund(subscription, purchases, { today, releaseOn })
    }),
    request: answer(permit("billing.refunds.write"), async (ctx, { id, periodId, expected }) => {
      const wanted = { subscriptionId: id, periodId, expected: fromWire(expected) }
      const { amount, effect, creditNoteIds } = await takeBackPurchases(ctx, wanted)
      return { amount: toWire(amount), effect, creditNoteIds: [...creditNoteIds] }
    }),
  }
}
