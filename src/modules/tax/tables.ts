import { sql } from "drizzle-orm"
import { bigint, check, index, jsonb, pgSchema, text, uniqueIndex } from "drizzle-orm/pg-core"
import { products } from "#catalog/tables"
import { accounts } from "#identity/tables"
import { instant, oneOf, plainDate } from "#kit/columns.ts"
import type { Say } from "#kit/refusal.ts"
import { references, tenantTable } from "#kit/tenant-table.ts"
import { elsewherePolicies, insidePrices, placeVerdicts, taxModes, taxSchemes } from "./contract.ts"
import type { PlaceVerdict } from "./evidence-rules.ts"
import type { TaxPolicy } from "./tax-book.ts"
import type { PlaceEvidence } from "./tax-terms.ts"
import type { VatState } from "./vat-check.ts"
import { vatStates } from "./vat-contract.ts"

export const tax = pgSchema("tax")

/** One row a tenant: id is always "policy". */
export const taxPolicies = tenantTable(
  tax,
  "policies",
  {
    insidePrices: text("inside_prices").$type<TaxPolicy["insidePrices"]>().notNull(),
    elsewhere: text("elsewhere").$type<TaxPolicy["elsewhere"]>().notNull(),
    mode: text("tax_mode").$type<TaxPolicy["mode"]>().notNull(),
    changedBy: text("changed_by").notNull(),
    changedAt: instant("changed_at").notNull(),
  },
  (table) => [
    oneOf("policies_inside_prices", table.insidePrices, insidePrices),
    oneOf("policies_elsewhere", table.elsewhere, elsewherePolicies),
    oneOf("policies_mode", table.mode, taxModes),
  ],
)

/** Where the seller is registered, from which day until which. They decide where tax is charged. */
export const taxRegistrations = tenantTable(
  tax,
  "registrations",
  {
    country: text("country").notNull(),
    /** Empty: the whole country. */
    region: text("region").notNull(),
    number: text("number").notNull(),
    scheme: text("scheme").$type<(typeof taxSchemes)[number]>().notNull(),
    fromOn: plainDate("from_on").notNull(),
    untilOn: plainDate("until_on"),
    createdAt: instant("created_at").notNull(),
  },
  (table) => [
    uniqueIndex().on(table.tenantId, table.country, table.region, table.scheme, table.fromOn),
    oneOf("registrations_scheme", table.scheme, taxSchemes),
    check("registrations_days", sql`${table.untilOn} is null or ${table.untilOn} >= ${table.fromOn}`),
  ],
)

/** What a place takes, by class of product. Dated: a rate is ended and followed, never rewritten. */
export const taxRates = tenantTable(
  tax,
  "rates",
  {
    country: text("country").notNull(),
    region: text("region").notNull(),
    taxClass: text("tax_class").notNull(),
    label: jsonb("label").$type<Say>().notNull(),
    rateNumerator: bigint("rate_numerator", { mode: "bigint" }).notNull(),
    rateDenominator: bigint("rate_denominator", { mode: "bigint" }).notNull(),
    shareNumerator: bigint("share_numerator", { mode: "bigint" }).notNull(),
    shareDenominator: bigint("share_denominator", { mode: "bigint" }).notNull(),
    fromOn: plainDate("from_on").notNull(),
    untilOn: plainDate("until_on"),
    source: text("source").notNull(),
    createdAt: instant("created_at").notNull(),
  },
  (table) => [
    uniqueIndex().on(table.tenantId, table.country, table.region, table.taxClass, table.fromOn),
    check("rates_days", sql`${table.untilOn} is null or ${table.untilOn} >= ${table.fromOn}`),
    check(
      "rates_whole",
      sql`${table.rateNumerator} >= 0 and ${table.rateDenominator} > 0
        and ${table.shareNumerator} between 0 and ${table.shareDenominator} and ${table.shareDenominator} > 0`,
    ),
  ],
)

/** Where in its country an account is, for countries whose tax asks for that. */
export const taxPlaces = tenantTable(
  tax,
  "places",
  { accountId: text("account_id").notNull(), region: text("region").notNull() },
  (table) => [
    uniqueIndex().on(table.tenantId, table.accountId),
    references(table, table.accountId, () => accounts),
  ],
)

/** What staff accepted from a customer: from then until its end the tax of its place is not charged. */
export const taxExemptions = tenantTable(
  tax,
  "exemptions",
  {
    accountId: text("account_id").notNull(),
    /** Whose tax it takes away; an empty region is the whole country. */
    country: text("country").notNull(),
    region: text("region").notNull(),
    number: text("number").notNull(),
    fromOn: plainDate("from_on").notNull(),
    untilOn: plainDate("until_on").notNull(),
    /** Where the certificate itself is kept: the name of a file with the customer, a folder. */
    reference: text("reference").notNull(),
    /** The last day of which the customer was told that it comes, and that it is over. */
    warnedOf: plainDate("warned_of"),
    toldOverOf: plainDate("told_over_of"),
    createdBy: text("created_by").notNull(),
    createdAt: instant("created_at").notNull(),
  },
  (table) => [
    index().on(table.tenantId, table.accountId, table.untilOn),
    index().on(table.tenantId, table.untilOn),
    references(table, table.accountId, () => accounts),
    check("exemptions_days", sql`${table.untilOn} >= ${table.fromOn}`),
  ],
)

/** What VIES said of a number, whoever gives it: the newest answer, kept as proof. */
export const vatChecks = tenantTable(
  tax,
  "vat_checks",
  {
    country: text("country").notNull(),
    /** As VIES has it: without prefix, spaces and dots. */
    number: text("number").notNull(),
    /** Pending: nobody could say yet. */
    state: text("state").$type<VatState>().notNull(),
    /** Whose profile has it, last; null: somebody's cart. */
    accountId: text("account_id"),
    consultation: text("consultation"),
    /** In whose name it was asked. */
    requester: text("requester"),
    /** As it came. */
    requestDate: text("request_date"),
    traderName: text("trader_name"),
    traderAddress: text("trader_address"),
    /** Why nobody could say, the last time. */
    trouble: text("trouble"),
    createdAt: instant("created_at").notNull(),
    askedAt: instant("asked_at").notNull(),
    checkedAt: instant("checked_at"),
    /** Since when a number that was one is none any more; null again once it is. */
    lostAt: instant("lost_at"),
  },
  (table) => [
    references(table, table.accountId, () => accounts),
    uniqueIndex().on(table.tenantId, table.country, table.number),
    index().on(table.tenantId, table.state, table.askedAt),
    index().on(table.tenantId, table.accountId),
    index("vat_checks_lost").on(table.tenantId, table.lostAt, table.id).where(sql`lost_at is not null`),
    oneOf("vat_checks_state", table.state, vatStates),
    check("vat_checks_said", sql`(${table.state} = 'pending') = (${table.checkedAt} is null)`),
  ],
)

/** Of each document of a consumer in the EU: what was known of their place, and whether that proves it. */
export const placeProofs = tenantTable(
  tax,
  "place_proofs",
  {
    accountId: text("account_id").notNull(),
    /** The invoice that keeps the same. */
    documentId: text("document_id").notNull(),
    documentNumber: text("document_number").notNull(),
    /** Whose tax was decided about. */
    country: text("country").notNull(),
    evidence: jsonb("evidence").$type<readonly PlaceEvidence[]>().notNull(),
    verdict: text("verdict").$type<PlaceVerdict>().notNull(),
    createdAt: instant("created_at").notNull(),
    /** What somebody of the shop has made of it. */
    settledCountry: text("decided_country"),
    settledReason: text("decided_because"),
    settledBy: text("decided_by"),
    settledAt: instant("decided_at"),
  },
  (table) => [
    uniqueIndex().on(table.tenantId, table.documentId),
    index().on(table.tenantId, table.accountId, table.createdAt, table.id),
    index("place_proofs_open")
      .on(table.tenantId, table.createdAt, table.id)
      .where(sql`verdict <> 'proved' and decided_at is null`),
    index("place_proofs_settled")
      .on(table.tenantId, table.createdAt, table.id)
      .where(sql`decided_at is not null`),
    references(table, table.accountId, () => accounts),
    oneOf("place_proofs_verdict", table.verdict, placeVerdicts),
    check(
      "place_proofs_settlement",
      sql`(${table.settledAt} is null) = (${table.settledCountry} is null)
        and (${table.settledAt} is null) = (${table.settledReason} is null)`,
    ),
  ],
)

/** Products that are not of the standard class; id is the product's own. */
export const productClasses = tenantTable(
  tax,
  "product_classes",
  { productId: text("product_id").notNull(), taxClass: text("tax_class").notNull() },
  (table) => [
    uniqueIndex().on(table.tenantId, table.productId),
    references(table, table.productId, () => products),
  ],
)
