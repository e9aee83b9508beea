export { type AttemptState } from "./attempt.ts"
export { bookSeenRefund } from "./book-seen-refund.ts"
export { chargeSavedMethod, type SavedCharge } from "./charge-saved-method.ts"
export { countLost } from "./count-lost.ts"
export { type DeclineKind, declineKinds, sayDecline } from "./decline.ts"
export { type AttemptView } from "./describe-attempt.ts"
export { doubtSeenRefund } from "./doubt-seen-refund.ts"
export { ensureEndpoint, type WantedEndpoint } from "./ensure-endpoint.ts"
export { paymentRefusals } from "./errors.ts"
export {
  paymentDeclined,
  paymentDisputed,
  paymentDisputeLost,
  paymentMethodFailed,
  paymentMethodRemoved,
  paymentMethodSaved,
  paymentRefunded,
  paymentRefundSeen,
  paymentSettled,
} from "./events.ts"
export { findChargeableMethod } from "./find-chargeable-method.ts"
export { findDisputeState } from "./find-dispute-state.ts"
export { findWebhookTenant } from "./find-webhook-tenant.ts"
export { forgetNotices } from "./forget-notices.ts"
export { forgetTax } from "./forget-tax.ts"
export { getRefundable } from "./get-refundable.ts"
export { listAccountMethods } from "./list-account-methods.ts"
export { listLastDeclines } from "./list-last-declines.ts"
export { listMethods } from "./list-methods.ts"
export { listNewestDeclines } from "./list-newest-declines.ts"
export { isChargeable, type SavedMethod } from "./method.ts"
export { moveAttempts } from "./move-attempts.ts"
export { moveMethods } from "./move-methods.ts"
export type { PaymentDoors } from "./open-gateway.ts"
export { paymentsPersonalData } from "./personal-data.ts"
export { findRefund, getAttempt, listAttempts, listReferencesBeingPaid } from "./queries.ts"
export { receiveWebhook, type WebhookDelivery } from "./receive-webhook.ts"
export { type ReceivedTransfer, recordTransfer } from "./record-transfer.ts"
export { refreshAttempt } from "./refresh-attempt.ts"
export { requestRefund, type WantedRefund } from "./request-refund.ts"
export { createPaymentsRouter } from "./router.ts"
export { type DeclineRule, declineRules, type Severity } from "./severity.ts"
export { type NewAttempt, startAttempt } from "./start-attempt.ts"
export { matchingSweep, paymentSweeps } from "./sweeps.ts"
export { anyNoticeOld } from "./unseen-work.ts"
export { createPaymentWork } from "./work.ts"
