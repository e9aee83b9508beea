export { accountTax } from "./account-tax.ts"
export { agreesInTime } from "./agrees-in-time.ts"
export { anyUseToClose } from "./any-use-to-close.ts"
export { billingCatchUp } from "./billing-catch-up.ts"
export { cancelSubscription } from "./cancel-subscription.ts"
export { changeSubscriptionPlan } from "./change-subscription-plan.ts"
export { chargeBeside } from "./charge-beside.ts"
export { closeUse } from "./close-use.ts"
export { collectPaymentsWork } from "./collect-payments.ts"
export { comingPrice, comingStart } from "./coming-time.ts"
export { type CorrectedLine, correctLines } from "./correct-lines.ts"
export { countChurn } from "./count-churn.ts"
export { creditInvoice, type WantedCredit } from "./credit-invoice.ts"
export type { DocumentLineInput, DocumentPlan } from "./document.ts"
export { endSubscriptionOf } from "./end-subscription-of.ts"
export { billingRefusals } from "./errors.ts"
export {
  gatewayRefundFollowed,
  invoiceCredited,
  invoiceIssued,
  invoiceOwed,
  invoicePaid,
  invoiceReissued,
  pausePlanned,
  paymentRequested,
  purchaseTakenBack,
  requestWithdrawn,
  subscriptionCancelled,
  subscriptionEnded,
  subscriptionOverdue,
  subscriptionPaused,
  subscriptionRenewed,
  subscriptionRestored,
  subscriptionSetUp,
  subscriptionSuspended,
  useCharged,
} from "./events.ts"
export { findChangeDay } from "./find-change-day.ts"
export { findMeteredMonth, type MeteredMonth } from "./find-metered-month.ts"
export { findPaperLogo } from "./find-paper-logo.ts"
export { findPauseRange } from "./find-pause-range.ts"
export { findReplacement } from "./find-replacement.ts"
export { findSubscriptionOf } from "./find-subscription-of.ts"
export { followGatewayRefund } from "./follow-gateway-refund.ts"
export { isFreeFrom } from "./free-time.ts"
export { gatewayLeast } from "./gateway-least.ts"
export { getCollectingPolicy } from "./get-collecting-policy.ts"
export { getSubscription } from "./get-subscription.ts"
export { giveBack } from "./give-back.ts"
export { type HeldInvoice, holdPaidInvoice } from "./hold-paid-invoice.ts"
export { isWorkingTime } from "./is-working-time.ts"
export { issueOnTerms } from "./issue-on-terms.ts"
export { keepSubscription } from "./keep-subscription.ts"
export { CHANGE_RULE, factsOfPrice, writeChange } from "./line-rule.ts"
export { type AgreementName, listAgreementNames } from "./list-agreement-names.ts"
export { listAgreements } from "./list-agreements.ts"
export { listDocumentNumbers } from "./list-document-numbers.ts"
export { type FirstPaid, listFirstPaid } from "./list-first-paid.ts"
export { listMetered, type MeteredAgreement } from "./list-metered.ts"
export { listOverdueInvoices, type OverdueInvoice } from "./list-overdue-invoices.ts"
export { listPaidPeriods } from "./list-paid-periods.ts"
export { listPriced, type PricedAgreement, type PricedFilter } from "./list-priced.ts"
export { listPricedLines, type PricedLine } from "./list-priced-lines.ts"
export { listSubscriptions } from "./list-subscriptions.ts"
export { lockSubscription } from "./lock-subscription.ts"
export { mailCancellation } from "./mail-cancellation.ts"
export { mailCreditNote } from "./mail-credit-note.ts"
export { mailDeclined } from "./mail-declined.ts"
export { mailDisputeLost } from "./mail-dispute-lost.ts"
export { mailInvoice } from "./mail-invoice.ts"
export { mailPaperAgain } from "./mail-paper-again.ts"
export { mailPause } from "./mail-pause.ts"
export { mailReceipt } from "./mail-receipt.ts"
export { mailReissued } from "./mail-reissued.ts"
export { mailTakenBack } from "./mail-taken-back.ts"
export type { UseAsked, UseSource } from "./metered-use.ts"
export { moveRequests } from "./move-requests.ts"
export { moveSubscriptions } from "./move-subscriptions.ts"
export { type NewSubscription, openSubscription } from "./open-subscription.ts"
export { paperTax } from "./paper-tax.ts"
export { pauseSubscription } from "./pause-subscription.ts"
export { payRequest } from "./pay-request.ts"
export { billingPersonalData } from "./personal-data.ts"
export { planContent } from "./plan-content.ts"
export { type Discount, planDiscount } from "./plan-discount.ts"
export { type DocumentFacts, planDocument } from "./plan-document.ts"
export { type Paper, planPaper } from "./plan-paper.ts"
export { planQuoteContent } from "./plan-quote-content.ts"
export { planSession } from "./plan-session.ts"
export {
  type PaidPeriod,
  planSubscriptionChange,
  type SubscriptionChange,
} from "./plan-subscription-change.ts"
export { type KeptDiscount, priceCycles } from "./price-cycles.ts"
export { nameParts, type PricePart, sumParts, withChosen, writeParts } from "./price-parts.ts"
export { priceUse } from "./price-use.ts"
export { printPaper } from "./print-paper.ts"
export { getInvoice, getPaymentRequest, listInvoices } from "./queries.ts"
export { readRequestPaper } from "./read-request-paper.ts"
export { reaskRequest } from "./reask-request.ts"
export { recordQuantityWithdrawal } from "./record-quantity-withdrawal.ts"
export { releaseMethod } from "./release-method.ts"
export { renderInvoicePdf } from "./render-invoice-pdf.ts"
export { requestPayment } from "./request-payment.ts"
export { rewardLoyal } from "./reward-loyal.ts"
export { billingRouter } from "./router.ts"
export { setTerms, type WantedTerms } from "./set-terms.ts"
export { settlePaymentRequest } from "./settle-payment-request.ts"
export { settleQuantity } from "./settle-quantity.ts"
export { startSubscription } from "./start-subscription.ts"
export { stopDisputed } from "./stop-disputed.ts"
export {
  isRunning,
  type RunningSubscription,
  type Subscription,
  type SubscriptionState,
} from "./subscription.ts"
export { sumInvoicedByDay } from "./sum-invoiced-by-day.ts"
export { type AgedSum, sumOpenRequests } from "./sum-open-requests.ts"
export { type SalesPeriod, type SalesSum, sumSales } from "./sum-sales.ts"
export { type SubscriptionSum, sumSubscriptions } from "./sum-subscriptions.ts"
export { sumSubscriptionsByPlan } from "./sum-subscriptions-by-plan.ts"
export { sweepCollecting } from "./sweep-collecting.ts"
export { sweepUnpaid } from "./sweep-unpaid.ts"
export { takeNumber } from "./take-number.ts"
export { anyEuSeller, anyLoyaltyPolicy, anyUnpaid } from "./unseen-work.ts"
export { useCredit } from "./use-credit.ts"
export { watchEuSales } from "./watch-eu-sales.ts"
export { withTax } from "./with-tax.ts"
export { withdrawOpenRequest } from "./withdraw-open-request.ts"
export { withdrawRequest } from "./withdraw-request.ts"
export { writeOffInvoice } from "./write-off-invoice.ts"
