import type { Work, WorkKind } from "#kit/work/define.ts"
import { askGateway } from "./ask-gateway.ts"
import { openCheckout } from "./open-checkout.ts"
import type { PaymentDoors } from "./open-gateway.ts"
import { processNotice } from "./process-notice.ts"
import { refund } from "./refund.ts"
import { openCheckoutWork, processNoticeWork, refundWork, settleAttemptWork } from "./work-kinds.ts"

/** The module's work, ready to be played: registered once at start, with the way out and the keys. */
export function createPaymentWork(doors: PaymentDoors) {
  return [
    { ...openCheckoutWork, run: (work: Work, input) => openCheckout(doors, work, input.attemptId) },
    {
      ...settleAttemptWork,
      run: async (work: Work, { attemptId }) => {
        await work.call("ask-gateway", (call) => askGateway(doors, call, attemptId), TRIES)
      },
    },
    { ...processNoticeWork, run: (work: Work, input) => processNotice(doors, work, input.noticeId) },
    { ...refundWork, run: (work: Work, input) => refund(doors, work, input.refundId) },
  ] as const satisfies readonly [
    WorkKind<{ attemptId: string }>,
    WorkKind<{ attemptId: string }>,
    WorkKind<{ noticeId: string }>,
    WorkKind<{ refundId: string }>,
  ]
}

/** A gateway may be away for hours; the money at it isn't: 12 growing pauses reach well beyond a bad morning. */
const TRIES = { tries: 12 }
