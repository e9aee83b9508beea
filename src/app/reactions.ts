import { auditApiKey, auditIdentity } from "#audit"
import { giveBack, invoicePaid, mailDeclined, mailReceipt, settlePaymentRequest } from "#billing"
import {
  apiKeyCreated,
  apiKeyRevoked,
  identityActed,
  invitationSent,
  linkRequested,
  passwordChanged,
} from "#identity"
import { defineReaction, type Reaction } from "#kit/events/events.ts"
import { fromWire } from "#kit/money.ts"
import type { Keyring } from "#kit/secrets.ts"
import { workStuck } from "#kit/work/work-events.ts"
import { mailInvitation, mailLink, mailPasswordChanged } from "#notifications"
import { alertStaff, type WorkTitles } from "#operations"
import {
  mailOrderReceived,
  orderPlaced,
  orderRejected,
  recordDelivery,
  recordOrderTrouble,
  settleOrder,
} from "#orders"
import { paymentDeclined, paymentSettled } from "#payments"
import { mailServiceReady, serviceActivated, serviceBuildUndone, serviceNeedsAttention } from "#provisioning"

/** What later modules do about earlier ones' events: the whole of it, in the order of a sale. */
export function listReactions(titles: WorkTitles, keyring: Keyring): Reaction[] {
  return [
    ...saleReactions,
    ...mailReactions,
    mailLinks(keyring),
    mailInvitations(keyring),
    ...auditReactions,
    alertOnStuckWork(titles),
  ] as Reaction[]
}

const saleReactions = [
  defineReaction({
    name: "billing.settle-request-on-payment",
    to: paymentSettled,
    react: (ctx, { reference, attemptId, amount }) =>
      settlePaymentRequest(ctx, { reference, attemptId, amount: fromWire(amount) }),
  }),
  defineReaction({
    name: "orders.settle-order-on-invoice",
    to: invoicePaid,
    react: async (ctx, { orderId, invoiceId }) => {
      if (orderId) await settleOrder(ctx, { orderId, invoiceId })
    },
  }),
  defineReaction({
    name: "billing.give-back-on-rejection",
    to: orderRejected,
    react: (ctx, { paymentRequestId, reason }) => giveBack(ctx, { paymentRequestId, reason }),
  }),
  defineReaction({
    name: "orders.record-delivery",
    to: serviceActivated,
    react: async (ctx, { orderId, serviceId }) => {
      if (orderId) await recordDelivery(ctx, { orderId, serviceId })
    },
  }),
  defineReaction({
    name: "orders.record-trouble",
    to: serviceNeedsAttention,
    react: async (ctx, { orderId }) => {
      if (orderId) await recordOrderTrouble(ctx, { orderId })
    },
  }),
  defineReaction({
    // What was paid and taken back is not settled: a person decides between another server and the money.
    name: "orders.record-undone-build",
    to: serviceBuildUndone,
    react: async (ctx, { orderId }) => {
      if (orderId) await recordOrderTrouble(ctx, { orderId })
    },
  }),
]

const auditReactions = [
  defineReaction({ name: "audit.identity-acted", to: identityActed, react: auditIdentity }),
  defineReaction({
    name: "audit.api-key-created",
    to: apiKeyCreated,
    react: (ctx, fact) => auditApiKey(ctx, "created", fact),
  }),
  defineReaction({
    name: "audit.api-key-revoked",
    to: apiKeyRevoked,
    react: (ctx, fact) => auditApiKey(ctx, "revoked", fact),
  }),
]

const mailReactions = [
  defineReaction({ name: "orders.mail-received", to: orderPlaced, react: mailOrderReceived }),
  defineReaction({ name: "billing.mail-receipt", to: invoicePaid, react: mailReceipt }),
  defineReaction({ name: "billing.mail-declined", to: paymentDeclined, react: mailDeclined }),
  defineReaction({ name: "provisioning.mail-ready", to: serviceActivated, react: mailServiceReady }),
  defineReaction({
    name: "notifications.mail-password-changed",
    to: passwordChanged,
    react: mailPasswordChanged,
  }),
]

function mailLinks(keyring: Keyring) {
  return defineReaction({
    name: "notifications.mail-link",
    to: linkRequested,
    react: (ctx, { linkId }) => mailLink(ctx, keyring, linkId),
  })
}

function mailInvitations(keyring: Keyring) {
  return defineReaction({
    name: "notifications.mail-invitation",
    to: invitationSent,
    react: (ctx, { invitationId }) => mailInvitation(ctx, keyring, invitationId),
  })
}

function alertOnStuckWork(titles: WorkTitles) {
  return defineReaction({
    name: "operations.alert-staff",
    to: workStuck,
    react: async (ctx, { operationId, name, why }, { id }) => {
      // A mail that can't be sent must not be announced by mail, for ever.
      if (name === "notifications.deliver") return
      await alertStaff(ctx, titles, { operationId, why, eventId: id })
    },
  })
}
