import { invoicePaid, recordQuantityWithdrawal, requestWithdrawn, settleQuantity } from "#billing"
import { defineReaction } from "#kit/events/events.ts"
import { recordChangeWithdrawal, settleChange } from "#orders"

/**
 * What was wished for comes true once it is paid. Changes of plan and of number share a delivery: every
 * invoice of the house has these events.
 */
export const changeReactions = [
  defineReaction({
    name: "orders.settle-change-on-invoice",
    to: invoicePaid,
    react: async (ctx, fact) => {
      await settleChange(ctx, fact)
      if (fact.isChange) await settleQuantity(ctx, fact)
    },
  }),
  defineReaction({
    name: "orders.record-change-withdrawal",
    to: requestWithdrawn,
    react: async (ctx, { requestId }) => {
      await recordChangeWithdrawal(ctx, { paymentRequestId: requestId })
      await recordQuantityWithdrawal(ctx, { paymentRequestId: requestId })
    },
  }),
]
