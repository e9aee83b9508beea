import { addressConfirmation } from "./address-confirmation.ts"
import { addressKnown } from "./address-known.ts"
import { cancellationConfirmed } from "./cancellation-confirmed.ts"
import { consentsAskedMail } from "./consents-asked.ts"
import { consentsChangedMail } from "./consents-changed.ts"
import { contactMessage } from "./contact-message.ts"
import { dataExportReady } from "./data-export-ready.ts"
import { deviceSeen } from "./device-seen.ts"
import { emailChange } from "./email-change.ts"
import { emailChangedMail } from "./email-changed.ts"
import { erasureAsked } from "./erasure-asked.ts"
import { erasureBegins } from "./erasure-begins.ts"
import { erasureHeld } from "./erasure-held.ts"
import { hostNews } from "./host-news.ts"
import { memberInvitation } from "./member-invitation.ts"
import { operatorInvitation } from "./operator-invitation.ts"
import { orderReceived } from "./order-received.ts"
import { orderRejectedMail } from "./order-rejected.ts"
import { passwordChangedMail } from "./password-changed.ts"
import { passwordReset } from "./password-reset.ts"
import { paymentDeclined } from "./payment-declined.ts"
import { paymentDue } from "./payment-due.ts"
import { paymentNeedsPayer } from "./payment-needs-payer.ts"
import { paymentReceipt } from "./payment-receipt.ts"
import { securityChange } from "./security-change.ts"
import { serviceReady } from "./service-ready.ts"
import { shopNews } from "./shop-news.ts"
import { signInLink } from "./sign-in-link.ts"
import { staffInvitation } from "./staff-invitation.ts"
import type { Template } from "./template.ts"
import { workStuck } from "./work-stuck.ts"

/** Everything we ever say by mail. */
export const templates: readonly Template[] = [
  memberInvitation,
  staffInvitation,
  operatorInvitation,
  orderReceived,
  orderRejectedMail,
  paymentReceipt,
  serviceReady,
  paymentDeclined,
  paymentNeedsPayer,
  paymentDue,
  cancellationConfirmed,
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
] as readonly Template[]
