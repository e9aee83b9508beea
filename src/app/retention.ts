import {
  anyConsentOld,
  anySignInOld,
  anySignUpOld,
  forgetConsents,
  forgetSignIns,
  forgetSignUps,
} from "#identity"
import { anyAnswerOver, sweepAnsweredRequests } from "#kit/idempotency/run-once.ts"
import { anyMessageOld, forgetMessages } from "#notifications"
import { anyNoticeOld, forgetNotices } from "#payments"
import { anyExportOver, expireExports, type Forgetters } from "#privacy"

/** Who forgets what the table of retention says is over. Rules without a line are kept in place, under a lock. */
export const forgetters: Forgetters = {
  "advertising-consent": { isNeeded: anyConsentOld, forget: forgetConsents },
  "sign-ins": { isNeeded: anySignInOld, forget: forgetSignIns },
  mails: { isNeeded: anyMessageOld, forget: forgetMessages },
  "unconfirmed-sign-ups": { isNeeded: anySignUpOld, forget: forgetSignUps },
  "gateway-notices": { isNeeded: anyNoticeOld, forget: forgetNotices },
  answers: {
    isNeeded: (_, now) => anyAnswerOver(now),
    forget: (ctx, { atMost }) => sweepAnsweredRequests(ctx, atMost),
  },
  exports: { isNeeded: (_, now) => anyExportOver(now), forget: (ctx) => expireExports(ctx) },
}
