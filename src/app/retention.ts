import { forgetConsents, forgetSignIns, forgetSignUps } from "#identity"
import { sweepAnsweredRequests } from "#kit/idempotency/run-once.ts"
import { forgetMessages } from "#notifications"
import { forgetNotices } from "#payments"
import { expireExports, type Forgetters } from "#privacy"

/** Who forgets what the table of retention says is over. Rules without a line are kept in place, under a lock. */
export const forgetters: Forgetters = {
  "advertising-consent": forgetConsents,
  "sign-ins": forgetSignIns,
  mails: forgetMessages,
  "unconfirmed-sign-ups": forgetSignUps,
  "gateway-notices": forgetNotices,
  answers: (ctx, { atMost }) => sweepAnsweredRequests(ctx, atMost),
  exports: (ctx) => expireExports(ctx),
}
