import { invoiceReissued, mailReissued } from "#billing"
import { defineReaction } from "#kit/events/events.ts"
import { followReissue } from "#orders"

/** The papers of a paid invoice were put right: nothing is delivered or started a second time. */
export const reissueReactions = [
  defineReaction({ name: "orders.follow-reissue", to: invoiceReissued, react: followReissue }),
  defineReaction({ name: "billing.mail-reissued", to: invoiceReissued, react: mailReissued }),
]
