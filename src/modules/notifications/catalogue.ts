import type { Template } from "./template.ts"
import { addressConfirmation } from "./templates/address-confirmation.ts"
import { addressKnown } from "./templates/address-known.ts"
import { cancellationConfirmed } from "./templates/cancellation-confirmed.ts"
import { consentsAskedMail } from "./templates/consents-asked.ts"
import { consentsChangedMail } from "./templates/consents-changed.ts"
import { contactMessage } from "./templates/contact-message.ts"
import { creditNoteSent } from "./templates/credit-note-sent.ts"
import { dataExportReady } from "./templates/data-export-ready.ts"
import { deviceSeen } from "./templates/device-seen.ts"
import { emailChange } from "./templates/email-change.ts"
import { emailChangedMail } from "./templates/email-changed.ts"
import { erasureAsked } from "./templates/erasure-asked.ts"
import { erasureBegins } from "./templates/erasure-begins.ts"
import { erasureHeld } from "./templates/erasure-held.ts"
import { hostNews } from "./templates/host-news.ts"
import { invoiceCorrected } from "./templates/invoice-corrected.ts"
import { invoiceSent } from "./templates/invoice-sent.ts"
import { memberInvitation } from "./templates/member-invitation.ts"
import { operatorInvitation } from "./templates/operator-invitation.ts"
import { orderReceived } from "./templates/order-received.ts"
import { orderRejectedMail } from "./templates/order-rejected.ts"
import { paperCopy } from "./templates/paper-copy.ts"
import { passwordChangedMail } from "./templates/password-changed.ts"
import { passwordReset } from "./templates/password-reset.ts"
import { pauseConfirmed } from "./templates/pause-confirmed.ts"
import { paymentDeclined } from "./templates/payment-declined.ts"
import { paymentDue } from "./templates/payment-due.ts"
import { paymentNeedsPayer } from "./templates/payment-needs-payer.ts"
import { paymentReceipt } from "./templates/payment-receipt.ts"
import { paymentTakenBack } from "./templates/payment-taken-back.ts"
import { priceChangeMail } from "./templates/price-change.ts"
import { priceChangeStopped } from "./templates/price-change-stopped.ts"
import { priceCorrected } from "./templates/price-corrected.ts"
import { purchaseTakenBackMail } from "./templates/purchase-taken-back.ts"
import { quoteOffered } from "./templates/quote-offered.ts"
import { referralCredit } from "./templates/referral-credit.ts"
import { requestSent } from "./templates/request-sent.ts"
import { securityChange } from "./templates/security-change.ts"
import { serviceReady } from "./templates/service-ready.ts"
import { shopNews } from "./templates/shop-news.ts"
import { signInLink } from "./templates/sign-in-link.ts"
import { staffInvitation } from "./templates/staff-invitation.ts"
import { taxExemptionsEnd } from "./templates/tax-exemptions-end.ts"
import { vatNumberLost } from "./templates/vat-number-lost.ts"
import { workStuck } from "./templates/work-stuck.ts"

/** Everything we ever say by mail. */
export const templates: readonly Template[] = [
  memberInvitation,
  staffInvitation,
  operatorInvitation,
  orderReceived,
  orderRejectedMail,
  quoteOffered,
  requestSent,
  invoiceSent,
  invoiceCorrected,
  creditNoteSent,
  paperCopy,
  paymentReceipt,
  serviceReady,
  paymentDeclined,
  paymentTakenBack,
  workStuck,
  addressConfirmation,
  addressKnown,
  passwordReset,
  signInLink,
  passwordChangedMail,
  emailChange,
  emailChangedMail,
  deviceSeen,
  securityChange,
  consentsChangedMail,
  shopNews,
  consentsAskedMail,
  dataExportReady,
  erasureAsked,
  erasureHeld,
  erasureBegins,
  contactMessage,
  hostNews,
  paymentNeedsPayer,
  cancellationConfirmed,
  purchaseTakenBackMail,
  pauseConfirmed,
  paymentDue,
  priceChangeMail,
  priceChangeStopped,
  priceCorrected,
  vatNumberLost,
  taxExemptionsEnd,
  referralCredit,
] as readonly Template[]
