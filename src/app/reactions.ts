import { auditAct, auditApiKey } from "#audit"
import {
  endSubscriptionOf,
  giveBack,
  invoiceOwed,
  invoicePaid,
  issueOnTerms,
  mailDeclined,
  mailDisputeLost,
  mailInvoice,
  mailReceipt,
  paymentRequested,
  requestWithdrawn,
  settlePaymentRequest,
  stopDisputed,
  subscriptionSetUp,
  useCharged,
  useCredit,
} from "#billing"
import { nameThings } from "#desk"
import { lateFeeCharged } from "#fees"
import {
  apiKeyCreated,
  apiKeyRevoked,
  consentsAsked,
  consentsChanged,
  deviceAppeared,
  identityActed,
  invitationSent,
  linkRequested,
  passwordChanged,
  securityChanged,
  sessionsEnded,
} from "#identity"
import { defineReaction, type Reaction } from "#kit/events/events.ts"
import { fromWire } from "#kit/money.ts"
import type { Keyring } from "#kit/secrets.ts"
import { workStuck } from "#kit/work/work-events.ts"
import {
  mailConsentsAsked,
  mailConsentsChanged,
  mailDeviceSeen,
  mailInvitation,
  mailLink,
  mailPasswordChanged,
  mailSecurityChange,
} from "#notifications"
import { endWithPassword, endWithSessions } from "#oauth"
import { alertStaff, type WorkTitles } from "#operations"
import {
  beginUnasked,
  mailOrderReceived,
  mailOrderRejected,
  orderPlaced,
  orderRejected,
  recordDelivery,
  recordOrderTrouble,
  recordServiceEnd,
  recordUndoneBuild,
  recordWithdrawal,
  settleOrder,
} from "#orders"
import { draftSent, mailQuote, mailRequest, quoteSent } from "#paperwork"
import { paymentDeclined, paymentDisputeLost, paymentSettled } from "#payments"
import {
  mailServiceReady,
  serviceActivated,
  serviceBuildUndone,
  serviceEnded,
  serviceNeedsAttention,
  suspendService,
} from "#provisioning"
import { ensureAccountChecks } from "#tax"
import { tenancyActed } from "#tenancy"
import { changeReactions } from "./change-reactions.ts"
import { reissueReactions } from "./reissue-reactions.ts"
import { subscriptionReactions } from "./subscription-reactions.ts"

/** What later modules do about earlier ones' events: the whole of it, in the order of a sale. */
export function listReactions(titles: WorkTitles, keyring: Keyring): Reaction[] {
  return [
    ...saleReactions,
    ...subscriptionReactions,
    ...changeReactions,
    ...reissueReactions,
    ...mailReactions,
    ...securityReactions(keyring),
    mailInvitations(keyring),
    ...oauthReactions,
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
    name: "billing.use-credit-on-request",
    to: paymentRequested,
    react: async (ctx, { requestId, accountId }) => {
      await useCredit(ctx, requestId, { kind: "all" })
      await issueOnTerms(ctx, { requestId, accountId })
    },
  }),
  defineReaction({
    name: "orders.begin-unasked",
    to: orderPlaced,
    react: async (ctx, { orderId, paymentRequestId }) => {
      if (!paymentRequestId) await beginUnasked(ctx, orderId)
    },
  }),
  defineReaction({
    name: "orders.settle-order-on-terms",
    to: invoiceOwed,
    react: async (ctx, { orderId, invoiceId }) => {
      if (orderId) await settleOrder(ctx, { orderId, invoiceId, isOwed: true })
    },
  }),
  defineReaction({
    name: "orders.settle-order-on-invoice",
    to: invoicePaid,
    react: async (ctx, { orderId, invoiceId }) => {
      if (orderId) await settleOrder(ctx, { orderId, invoiceId })
    },
  }),
  defineReaction({
    name: "billing.stop-on-lost-dispute",
    to: paymentDisputeLost,
    react: async (ctx, { reference }) => {
      for (const subject of await stopDisputed(ctx, reference)) await suspendService(ctx, subject, "fraud")
    },
  }),
  defineReaction({
    name: "billing.give-back-on-rejection",
    to: orderRejected,
    react: async (ctx, { paymentRequestId, reason }) => {
      if (paymentRequestId) await giveBack(ctx, { paymentRequestId, reason })
    },
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
    name: "orders.record-undone-build",
    to: serviceBuildUndone,
    react: async (ctx, { orderId, serviceId }) => {
      if (orderId) await recordUndoneBuild(ctx, { orderId, serviceId })
    },
  }),
  defineReaction({
    name: "billing.end-with-service",
    to: serviceEnded,
    react: (ctx, { serviceId }) => endSubscriptionOf(ctx, serviceId, "What it paid for was ended."),
  }),
  defineReaction({
    name: "orders.record-service-end",
    to: serviceEnded,
    react: (ctx, { serviceId }) => recordServiceEnd(ctx, { serviceId }),
  }),
  defineReaction({
    name: "orders.record-withdrawal",
    to: requestWithdrawn,
    react: async (ctx, { orderId, reason }) => {
      if (orderId) await recordWithdrawal(ctx, { orderId, reason })
    },
  }),
]

/** Signed out here is signed out at the programs that use this shop as their sign-in. */
const oauthReactions = [
  defineReaction({ name: "oauth.end-with-sessions", to: sessionsEnded, react: endWithSessions }),
  defineReaction({ name: "oauth.end-with-password", to: passwordChanged, react: endWithPassword }),
]

const auditReactions = [
  defineReaction({
    name: "tax.check-vat-numbers",
    to: identityActed,
    react: async (ctx, { act, accountId }) => {
      if (act === "identity.profile-changed" && accountId) await ensureAccountChecks(ctx, accountId)
    },
  }),
  defineReaction({ name: "audit.identity-acted", to: identityActed, react: auditAct }),
  defineReaction({ name: "audit.tenancy-acted", to: tenancyActed, react: auditAct }),
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
  defineReaction({ name: "orders.mail-rejected", to: orderRejected, react: mailOrderRejected }),
  defineReaction({ name: "paperwork.mail-request", to: draftSent, react: mailRequest }),
  defineReaction({ name: "paperwork.mail-first-request", to: subscriptionSetUp, react: mailRequest }),
  defineReaction({ name: "paperwork.mail-use", to: useCharged, react: mailRequest }),
  defineReaction({ name: "paperwork.mail-late-fee", to: lateFeeCharged, react: mailRequest }),
  defineReaction({ name: "paperwork.mail-quote", to: quoteSent, react: mailQuote }),
  defineReaction({ name: "billing.mail-invoice", to: invoiceOwed, react: mailInvoice }),
  defineReaction({ name: "billing.mail-receipt", to: invoicePaid, react: mailReceipt }),
  defineReaction({ name: "billing.mail-declined", to: paymentDeclined, react: mailDeclined }),
  defineReaction({ name: "billing.mail-dispute-lost", to: paymentDisputeLost, react: mailDisputeLost }),
  defineReaction({ name: "provisioning.mail-ready", to: serviceActivated, react: mailServiceReady }),
  defineReaction({
    name: "notifications.mail-password-changed",
    to: passwordChanged,
    react: mailPasswordChanged,
  }),
]

/** What a person has to be told about their own door; the links in it need the keys. */
function securityReactions(keyring: Keyring) {
  return [
    defineReaction({
      name: "notifications.mail-link",
      to: linkRequested,
      react: (ctx, { linkId }) => mailLink(ctx, keyring, linkId),
    }),
    defineReaction({
      name: "notifications.mail-device-seen",
      to: deviceAppeared,
      react: (ctx, fact) => mailDeviceSeen(ctx, keyring, fact),
    }),
    defineReaction({
      name: "notifications.mail-security-change",
      to: securityChanged,
      react: (ctx, fact, { id }) => mailSecurityChange(ctx, keyring, { ...fact, eventId: id }),
    }),
    defineReaction({
      name: "notifications.mail-consents-changed",
      to: consentsChanged,
      react: mailConsentsChanged,
    }),
    defineReaction({
      name: "notifications.mail-consents-asked",
      to: consentsAsked,
      react: mailConsentsAsked,
    }),
  ]
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
    react: async (ctx, { operationId, name, why, trouble }, { id }) => {
      // A mail that can't be sent must not be announced by mail, for ever.
      if (name === "notifications.deliver") return
      await alertStaff(ctx, titles, nameThings, { operationId, why, trouble, eventId: id })
    },
  })
}
