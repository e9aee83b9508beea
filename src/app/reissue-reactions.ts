import { invoiceCredited, invoiceReissued, mailReissued } from "#billing"
import { followCredit } from "#fees"
import { defineReaction } from "#kit/events/events.ts"
import { followReissue } from "#orders"

/** Papers were put right: nothing is delivered or started a second time, and nobody is late for what isn't owed. */
export const reissueReactions = [
  defineReaction({ name: "orders.follow-reissue", to: invoiceReissued, react: followReissue }),
  defineReaction({ name: "fees.follow-credit", to: invoiceCredited, react: followCredit }),
  defineReaction({ name: "billing.mail-reissued", to: invoiceReissued, react: mailReissued }),
]
