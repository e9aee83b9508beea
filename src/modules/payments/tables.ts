import { sql } from "drizzle-orm"
import { boolean, check, customType, index, integer, pgSchema, text, uniqueIndex } from "drizzle-orm/pg-core"
import { accounts } from "#identity/tables"
import { currency, instant, knownCurrency, minor, oneOf, plainDate } from "#kit/columns.ts"
import type { Language } from "#kit/refusal.ts"
import { references, tenantTable } from "#kit/tenant-table.ts"
import type { AttemptState } from "./attempt.ts"
import { attemptStates, findingKinds } from "./contract.ts"
import { type DeclineKind, declineKinds } from "./decline.ts"
import type { MethodState } from "./method.ts"
import { methodStates, setupStates } from "./method-contract.ts"
import type { SetupState } from "./setup.ts"
import { disputeStates, endpointStates, noticeStates, refundReasons, refundStates } from "./states.ts"

export const payments = pgSchema("payments")

/** The live states of attempt.ts, as an index condition must have them: as literals. */
const isLiveNow = sql`state in ('created', 'waiting_for_payer', 'unknown')`

/** A merchant account at a gateway: its id stands in the webhook's URL and leads to the tenant. */
export const endpoints = tenantTable(
  payments,
  "endpoints",
  {
    gateway: text("gateway").notNull(),
    state: text("state").$type<(typeof endpointStates)[number]>().notNull(),
    baseUrl: text("base_url").notNull(),
    /** Where payers come back to; "{attemptId}" is filled in. */
    returnUrl: text("return_url").notNull(),
    /** Null of the shop's own bank account, where staff write down what came. */
    apiKeySealed: text("api_key_sealed"),
    webhookSecretSealed: text("webhook_secret_sealed"),
    createdAt: instant("created_at").notNull(),
  },
  (table) => [
    uniqueIndex().on(table.tenantId, table.gateway),
    oneOf("endpoints_state", table.state, endpointStates),
  ],
)

/**
 * What a payer lets us charge while they are away. Removed ones stay as a line, without their secret, for the
 * attempts that point at them.
 */
export const paymentMethods = tenantTable(
  payments,
  "payment_methods",
  {
    accountId: text("account_id").notNull(),
    endpointId: text("endpoint_id").notNull(),
    gateway: text("gateway").notNull(),
    /** The gateway's word for whose it is, and its token for the method: null once both have forgotten it. */
    gatewayCustomerId: text("gateway_customer_id"),
    tokenSealed: text("token_sealed"),
    fingerprint: text("fingerprint").notNull(),
    brand: text("brand").notNull(),
    lastFour: text("last_four").notNull(),
    /** Where it was issued, when the gateway told. */
    country: text("country"),
    /** Its last day. */
    expiresOn: plainDate("expires_on"),
    state: text("state").$type<MethodState>().notNull(),
    /** What its bank said last, when it isn't usable. */
    decline: text("decline").$type<DeclineKind>(),
    isDefault: boolean("is_default").notNull(),
    consentedAt: instant("consented_at").notNull(),
    createdAt: instant("created_at").notNull(),
    chargedAt: instant("charged_at"),
    removedAt: instant("removed_at"),
  },
  (table) => [
    uniqueIndex("payment_methods_one_default").on(table.tenantId, table.accountId).where(sql`is_default`),
    uniqueIndex("payment_methods_same_card")
      .on(table.tenantId, table.accountId, table.endpointId, table.fingerprint)
      .where(sql`removed_at is null`),
    index("payment_methods_to_forget")
      .on(table.tenantId, table.removedAt)
      .where(sql`token_sealed is not null and removed_at is not null`),
    index().on(table.tenantId, table.accountId, table.createdAt, table.id),
    references(table, table.accountId, () => accounts),
    references(table, table.endpointId, () => endpoints),
    oneOf("payment_methods_state", table.state, methodStates),
    oneOf("payment_methods_decline", table.decline, declineKinds),
    check("payment_methods_default", sql`not (${table.isDefault} and ${table.removedAt} is not null)`),
    check("payment_methods_token", sql`${table.removedAt} is not null or ${table.tokenSealed} is not null`),
  ],
)

/** A page of the gateway where somebody leaves a method without paying. */
export const methodSetups = tenantTable(
  payments,
  "method_setups",
  {
    accountId: text("account_id").notNull(),
    endpointId: text("endpoint_id").notNull(),
    gateway: text("gateway").notNull(),
    language: text("language").$type<Language>().notNull(),
    state: text("state").$type<SetupState>().notNull(),
    /** The gateway's own id of the page. */
    setupId: text("setup_id"),
    redirectUrl: text("redirect_url"),
    decline: text("decline").$type<DeclineKind>(),
    methodId: text("method_id"),
    createdAt: instant("created_at").notNull(),
    claimedAt: instant("claimed_at"),
    askedAt: instant("asked_at"),
  },
  (table) => [
    uniqueIndex().on(table.tenantId, table.endpointId, table.setupId),
    index("method_setups_to_ask")
      .on(table.tenantId, table.createdAt)
      .where(sql`state in ('created', 'waiting_for_payer')`),
    index().on(table.tenantId, table.accountId, table.createdAt, table.id),
    references(table, table.accountId, () => accounts),
    references(table, table.endpointId, () => endpoints),
    references(table, table.methodId, () => paymentMethods),
    oneOf("method_setups_state", table.state, setupStates),
    oneOf("method_setups_decline", table.decline, declineKinds),
    oneOf("method_setups_language", table.language, ["en", "ko"]),
  ],
)

export const attempts = tenantTable(
  payments,
  "attempts",
  {
    /** What it settles. Payments never learns what that is. */
    reference: text("reference").notNull(),
    accountId: text("account_id").notNull(),
    endpointId: text("endpoint_id").notNull(),
    gateway: text("gateway").notNull(),
    amountMinor: minor("amount_minor").notNull(),
    currency: currency().notNull(),
    description: text("description").notNull(),
    language: text("language").$type<Language>().notNull(),
    /** The saved method it charges while its payer is away. Null: the payer pays at the gateway's page. */
    methodId: text("method_id"),
    /** Whether that page asks if the method may be kept. */
    asksToKeep: boolean("asks_to_keep").notNull().default(false),
    state: text("state").$type<AttemptState>().notNull(),
    /** The gateway's session. Null until it is known, which a lost answer can make late. */
    checkoutId: text("checkout_id"),
    redirectUrl: text("redirect_url"),
    chargeId: text("charge_id"),
    /** The tax in it, as its paper says; null: nobody said, or it is another by now. */
    taxMinor: minor("tax_minor"),
    /** The tax the gateway printed on its own receipt, when it prints one. */
    gatewayTaxMinor: minor("gateway_tax_minor"),
    /** What the gateway kept of it for itself, as far as it told. */
    feeMinor: minor("fee_minor"),
    /** Where the method that paid was issued, when the gateway told. */
    payerCountry: text("payer_country"),
    decline: text("decline").$type<DeclineKind>(),
    /** Why a person has to look at it. */
    trouble: text("trouble"),
    createdAt: instant("created_at").notNull(),
    /** When a worker first set out for the gateway: from then on a session may exist there. */
    claimedAt: instant("claimed_at"),
    expiresAt: instant("expires_at"),
    askedAt: instant("asked_at"),
    settledAt: instant("settled_at"),
  },
  (table) => [
    uniqueIndex("attempts_one_live").on(table.tenantId, table.reference).where(isLiveNow),
    uniqueIndex().on(table.tenantId, table.endpointId, table.checkoutId),
    uniqueIndex().on(table.tenantId, table.endpointId, table.chargeId),
    index().on(table.tenantId, table.reference),
    index().on(table.tenantId, table.accountId, table.createdAt, table.id),
    index().on(table.tenantId, table.createdAt, table.id),
    index().on(table.tenantId, table.methodId),
    index("attempts_to_ask").on(table.tenantId, table.state, table.createdAt).where(isLiveNow),
    references(table, table.accountId, () => accounts),
    references(table, table.endpointId, () => endpoints),
    references(table, table.methodId, () => paymentMethods),
    oneOf("attempts_state", table.state, attemptStates),
    oneOf("attempts_decline", table.decline, declineKinds),
    oneOf("attempts_language", table.language, ["en", "ko"]),
    knownCurrency("attempts_currency", table.currency),
    check("attempts_amount", sql`${table.amountMinor} > 0`),
    check(
      "attempts_settled",
      sql`(${table.state} in ('settled', 'refunded')) = (${table.settledAt} is not null and ${table.chargeId} is not null)`,
    ),
  ],
)

const bytes = customType<{ data: Uint8Array; driverData: Buffer }>({ dataType: () => "bytea" })

/** What gateways told us, whole, before anybody thought about it. */
export const webhookInbox = tenantTable(
  payments,
  "webhook_inbox",
  {
    endpointId: text("endpoint_id").notNull(),
    /** The gateway's own id of the event: the same one twice is one row. */
    eventId: text("event_id").notNull(),
    eventKind: text("event_kind").notNull(),
    /** Our reference as the notice claims it. A hint where to look, never a fact. */
    claimedReference: text("claimed_reference"),
    rawBody: bytes("raw_body").notNull(),
    state: text("state").$type<(typeof noticeStates)[number]>().notNull(),
    deliveries: integer("deliveries").notNull(),
    attemptId: text("attempt_id"),
    why: text("why"),
    receivedAt: instant("received_at").notNull(),
    processedAt: instant("processed_at"),
  },
  (table) => [
    uniqueIndex().on(table.tenantId, table.endpointId, table.eventId),
    index().on(table.tenantId, table.state, table.receivedAt, table.id),
    references(table, table.endpointId, () => endpoints),
    references(table, table.attemptId, () => attempts),
    oneOf("webhook_inbox_state", table.state, noticeStates),
  ],
)

export const refunds = tenantTable(
  payments,
  "refunds",
  {
    attemptId: text("attempt_id").notNull(),
    /** Why, and once per why: a repeated request finds the same row. */
    key: text("key").notNull(),
    reason: text("reason").$type<(typeof refundReasons)[number]>().notNull(),
    amountMinor: minor("amount_minor").notNull(),
    currency: currency().notNull(),
    state: text("state").$type<(typeof refundStates)[number]>().notNull(),
    gatewayRefundId: text("gateway_refund_id"),
    /** What the gateway took for it besides, as far as it told. */
    feeMinor: minor("fee_minor"),
    requestedAt: instant("requested_at").notNull(),
    claimedAt: instant("claimed_at"),
    doneAt: instant("done_at"),
  },
  (table) => [
    uniqueIndex().on(table.tenantId, table.attemptId, table.key),
    index().on(table.tenantId, table.state, table.requestedAt),
    references(table, table.attemptId, () => attempts),
    oneOf("refunds_state", table.state, refundStates),
    oneOf("refunds_reason", table.reason, refundReasons),
    knownCurrency("refunds_currency", table.currency),
    check("refunds_amount", sql`${table.amountMinor} > 0`),
  ],
)

/** A card's holder told their bank that they don't know a charge: whose the money is, is decided there. */
export const disputes = tenantTable(
  payments,
  "disputes",
  {
    attemptId: text("attempt_id").notNull(),
    state: text("state").$type<(typeof disputeStates)[number]>().notNull(),
    /** What had not been sent back before: the bank holds it while this is open. */
    amountMinor: minor("amount_minor").notNull(),
    currency: currency().notNull(),
    /** What the bank takes besides, where it decides for its holder. */
    feeMinor: minor("fee_minor").notNull(),
    /** Of what was lost: what was its payer's anyway, by a refund that was not sent, or by a credit note. */
    countedMinor: minor("counted_minor").notNull().default(sql`0`),
    openedAt: instant("opened_at").notNull(),
    closedAt: instant("closed_at"),
  },
  (table) => [
    // Decided for the holder it is over for good; decided for us it may come again.
    uniqueIndex("disputes_one").on(table.tenantId, table.attemptId).where(sql`state <> 'won'`),
    index().on(table.tenantId, table.attemptId),
    references(table, table.attemptId, () => attempts),
    oneOf("disputes_state", table.state, disputeStates),
    knownCurrency("disputes_currency", table.currency),
    check("disputes_amount", sql`${table.amountMinor} > 0 and ${table.feeMinor} >= 0`),
    check(
      "disputes_counted",
      sql`${table.countedMinor} between 0 and ${table.amountMinor}
        and (${table.state} = 'lost' or ${table.countedMinor} = 0)`,
    ),
    check("disputes_closed", sql`(${table.state} = 'open') = (${table.closedAt} is null)`),
  ],
)

/** Where a gateway's list, our attempts, the ledger and the inbox disagree; closed by itself when they agree again. */
export const matchFindings = tenantTable(
  payments,
  "match_findings",
  {
    endpointId: text("endpoint_id").notNull(),
    kind: text("kind").$type<(typeof findingKinds)[number]>().notNull(),
    /** The charge, attempt or notice it is about. */
    subject: text("subject").notNull(),
    attemptId: text("attempt_id"),
    ours: text("ours").notNull(),
    theirs: text("theirs").notNull(),
    firstSeenAt: instant("first_seen_at").notNull(),
    lastSeenAt: instant("last_seen_at").notNull(),
    resolvedAt: instant("resolved_at"),
  },
  (table) => [
    uniqueIndex("match_findings_open")
      .on(table.tenantId, table.endpointId, table.kind, table.subject)
      .where(sql`resolved_at is null`),
    index().on(table.tenantId, table.firstSeenAt, table.id),
    references(table, table.endpointId, () => endpoints),
    references(table, table.attemptId, () => attempts),
    oneOf("match_findings_kind", table.kind, findingKinds),
  ],
)
