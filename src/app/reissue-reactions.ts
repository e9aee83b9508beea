import {
  followGatewayRefund,
  gatewayRefundFollowed,
  invoiceCredited,
  invoiceReissued,
  mailCreditNote,
  mailReissued,
} from "#billing"
import { followCredit } from "#fees"
import { defineReaction } from "#kit/events/events.ts"
import { fromWire } from "#kit/money.ts"
import { followReissue } from "#orders"
import { paymentRefundSeen } from "#payments"

/** Papers were put right: nothing is delivered or started a second time, and nobody is late for what isn't owed. */
export const reissueReactions = [
  defineReaction({ name: "orders.follow-reissue", to: invoiceReissued, react: followReissue }),
  defineReaction({ name: "fees.follow-credit", to: invoiceCredited, react: followCredit }),
  defineReaction({ name: "billing.mail-reissued", to: invoiceReissued, react: mailReissued }),
  defineReaction({
    name: "billing.follow-gateway-refund",
    to: paymentRefundSeen,
    react: (ctx, { amount, ...seen }) => followGatewayRefund(ctx, { ...seen, amount: fromWire(amount) }),
  }),
  defineReaction({
    name: "billing.mail-gateway-refund",
    to: gatewayRefundFollowed,
    // What has stopped has a mail of its own, with the day on which it is deleted.
    react: async (ctx, { creditNoteId, hasStopped }) => {
      if (!hasStopped) {
        await mailCreditNote(ctx, { creditNoteId, money: "sent", key: `credit-note:${creditNoteId}` })
      }
    },
  }),
]
