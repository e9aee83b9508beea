import { sql } from "drizzle-orm"
import { boolean, check, index, integer, jsonb, pgSchema, text, uniqueIndex } from "drizzle-orm/pg-core"
import { invoices } from "#billing/tables"
import { accounts } from "#identity/tables"
import { instant, knownCurrency, minor, oneOf } from "#kit/columns.ts"
import { references, tenantTable } from "#kit/tenant-table.ts"
import { referralStates, voidCauses } from "./contract.ts"
import type { ReferralState, Reward, VoidCause } from "./referral.ts"

export const referrals = pgSchema("referrals")

/** One row a tenant: id is always "policy"; none: switched off. */
export const referralPolicies = tenantTable(referrals, "policies", {
  isOn: boolean("is_on").notNull(),
  afterDays: integer("after_days").notNull(),
  mostAYear: integer("most_a_year"),
  rewards: jsonb("rewards").$type<Reward[]>().notNull(),
  changedBy: text("changed_by").notNull(),
  changedAt: instant("changed_at").notNull(),
})

/** An account's own, once it was asked for. Its row is held while its owner is rewarded: the limit is counted under it. */
export const referralLinks = tenantTable(
  referrals,
  "links",
  {
    accountId: text("account_id").notNull(),
    code: text("code").notNull(),
    createdAt: instant("created_at").notNull(),
  },
  (table) => [
    uniqueIndex().on(table.tenantId, table.accountId),
    uniqueIndex().on(table.tenantId, table.code),
    references(table, table.accountId, () => accounts),
  ],
)

/** Who came by whose link. An account comes once. */
export const referralRows = tenantTable(
  referrals,
  "referrals",
  {
    referrerId: text("referrer_id").notNull(),
    accountId: text("account_id").notNull(),
    state: text("state").$type<ReferralState>().notNull(),
    because: text("because").$type<VoidCause>(),
    reason: text("reason"),
    /** What was promised when they came. */
    afterDays: integer("after_days").notNull(),
    mostAYear: integer("most_a_year"),
    rewards: jsonb("rewards").$type<Reward[]>().notNull(),
    invoiceId: text("invoice_id"),
    currency: text("currency").$type<Reward["currency"]>(),
    referrerMinor: minor("referrer_minor"),
    newcomerMinor: minor("newcomer_minor"),
    createdAt: instant("created_at").notNull(),
    decidedAt: instant("decided_at"),
  },
  (table) => [
    uniqueIndex().on(table.tenantId, table.accountId),
    index().on(table.tenantId, table.createdAt, table.id),
    index().on(table.tenantId, table.referrerId, table.createdAt, table.id),
    index("referrals_waiting").on(table.tenantId, table.id).where(sql`state = 'waiting'`),
    references(table, table.referrerId, () => accounts),
    references(table, table.accountId, () => accounts),
    references(table, table.invoiceId, () => invoices),
    oneOf("referrals_state", table.state, referralStates),
    oneOf("referrals_because", table.because, voidCauses),
    knownCurrency("referrals_currency", table.currency),
    check("referrals_decided", sql`(${table.state} = 'waiting') = (${table.decidedAt} is null)`),
    check("referrals_void", sql`(${table.state} = 'void') = (${table.because} is not null)`),
    check(
      "referrals_granted",
      sql`(${table.state} = 'granted') = (${table.invoiceId} is not null and ${table.currency} is not null
        and ${table.referrerMinor} is not null and ${table.newcomerMinor} is not null)`,
    ),
  ],
)
