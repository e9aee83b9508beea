import type { StepOutput, Work, WorkKind } from "#kit/work/define.ts"
import { askGateway } from "./ask-gateway.ts"
import { askSetup } from "./ask-setup.ts"
import { chargeMethod } from "./charge-method.ts"
import { forgetMethod } from "./forget-method.ts"
import { matchPayments } from "./match-payments.ts"
import { openCheckout } from "./open-checkout.ts"
import type { PaymentDoors } from "./open-gateway.ts"
import { openSetup } from "./open-setup.ts"
import { processNotice } from "./process-notice.ts"
import { refund } from "./refund.ts"
import {
  askSetupWork,
  chargeMethodWork,
  forgetMethodWork,
  matchPaymentsWork,
  openCheckoutWork,
  openSetupWork,
  processNoticeWork,
  refundWork,
  settleAttemptWork,
} from "./work-kinds.ts"

/** The module's work, ready to be played: registered once at start, with the way out and the keys. */
export function createPaymentWork(doors: PaymentDoors): WorkKind[] {
  return [
    play(openCheckoutWork, (work, { attemptId }) => openCheckout(doors, work, attemptId)),
    play(chargeMethodWork, (work, { attemptId }) => chargeMethod(doors, work, attemptId)),
    play(openSetupWork, (work, { setupId }) => openSetup(doors, work, setupId)),
    play(askSetupWork, async (work, { setupId }) => {
      await work.call("ask-gateway", (call) => askSetup(doors, call, setupId), TRIES)
    }),
    play(forgetMethodWork, (work, { methodId }) => forgetMethod(doors, work, methodId)),
    play(settleAttemptWork, async (work, { attemptId }) => {
      await work.call("ask-gateway", (call) => askGateway(doors, call, attemptId), TRIES)
    }),
    play(processNoticeWork, (work, { noticeId }) => processNotice(doors, work, noticeId)),
    play(matchPaymentsWork, async (work, input) => {
      await work.call("match", (call) => matchPayments(doors, call, input), TRIES)
    }),
    play(refundWork, (work, { refundId }) => refund(doors, work, refundId)),
  ]
}

function play<Input extends StepOutput>(
  kind: WorkKind<Input>,
  run: (work: Work, input: Input) => Promise<void>,
): WorkKind {
  return { ...kind, run } as WorkKind
}

/** A gateway may be away for hours; the money at it isn't: 12 growing pauses reach well beyond a bad morning. */
const TRIES = { tries: 12, isLast: true }
