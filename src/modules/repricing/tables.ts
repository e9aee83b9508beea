import { sql } from "drizzle-orm"
import { index, integer, jsonb, pgSchema, text, uniqueIndex } from "drizzle-orm/pg-core"
import { accounts } from "#identity/tables"
import { currency, instant, knownCurrency, minor, oneOf, plainDate } from "#kit/columns.ts"
import type { Say } from "#kit/refusal.ts"
import { references, tenantTable } from "#kit/tenant-table.ts"
import { type Direction, directions, type WithoutConsent, withoutConsents } from "./plan-repricing.ts"
import {
  type ChangeState,
  changeStates,
  type ItemState,
  itemStates,
  type StopCause,
  stopCauses,
} from "./price-change.ts"
import { type Need, needs } from "./price-rules.ts"

export const repricing = pgSchema("repricing")

/** What other modules own and the tables beside this file point at. */
export const foreign = { accounts: () => accounts }

/** Whom a change is about, besides the plan. */
export interface ChangeFilter {
  readonly versionId?: string | undefined
  readonly currency?: string | undefined
  readonly cycle?: string | undefined
}

/** Those who bought earlier are moved to other versions, from a day on. */
export const priceChanges = tenantTable(
  repricing,
  "price_changes",
  {
    /** The published versions they are moved to, one a plan. */
    versionIds: jsonb("version_ids").$type<string[]>().notNull(),
    planIds: jsonb("plan_ids").$type<string[]>().notNull(),
    filter: jsonb("filter").$type<ChangeFilter>().notNull(),
    /** Subscriptions that stay as they are. */
    exceptIds: jsonb("except_ids").$type<string[]>().notNull(),
    fromOn: plainDate("from_on").notNull(),
    withoutConsent: text("without_consent").$type<WithoutConsent>().notNull(),
    note: text("note").notNull(),
    /** The greatest rise in percent that somebody has looked at and meant. */
    acceptedPercent: integer("accepted_percent").notNull(),
    state: text("state").$type<ChangeState>().notNull(),
    createdAt: instant("created_at").notNull(),
    createdBy: text("created_by").notNull(),
    stoppedAt: instant("stopped_at"),
    /** By a wish, or because its version was a mistake: what was moved already is then the correction's to put right. */
    stoppedFor: text("stopped_for").$type<StopCause>(),
  },
  (table) => [
    index().on(table.tenantId, table.createdAt, table.id),
    index("price_changes_running").on(table.tenantId, table.id).where(sql`state in ('listing', 'running')`),
    oneOf("price_changes_state", table.state, changeStates),
    oneOf("price_changes_stopped_for", table.stoppedFor, stopCauses),
    oneOf("price_changes_without_consent", table.withoutConsent, withoutConsents),
  ],
)

/** One agreement of a change: both prices, from when, what its customer has to do and has done. */
export const priceChangeItems = tenantTable(
  repricing,
  "price_change_items",
  {
    changeId: text("change_id").notNull(),
    subscriptionId: text("subscription_id").notNull(),
    accountId: text("account_id").notNull(),
    accountName: text("account_name").notNull(),
    words: jsonb("words").$type<Say>().notNull(),
    currency: currency().notNull(),
    cycle: text("cycle").notNull(),
    /** Its first time at the other price, all pieces, with the tax: what it would have cost, and what it costs. */
    beforeMinor: minor("before_minor").notNull(),
    afterMinor: minor("after_minor").notNull(),
    /** Of one piece, before discounts: what is put back if it comes to nothing. */
    oldUnitMinor: minor("old_unit_minor").notNull(),
    oldVersionId: text("old_version_id"),
    oldPriceId: text("old_price_id").notNull(),
    newUnitMinor: minor("new_unit_minor").notNull(),
    newVersionId: text("new_version_id").notNull(),
    newPriceId: text("new_price_id").notNull(),
    need: text("need").$type<Need>().notNull(),
    direction: text("direction").$type<Direction>().notNull(),
    firstOn: plainDate("first_on").notNull(),
    tellOn: plainDate("tell_on").notNull(),
    state: text("state").$type<ItemState>().notNull(),
    toldAt: instant("told_at"),
    answeredAt: instant("answered_at"),
    answeredBy: text("answered_by"),
    /** Why the last try to carry it out did not work; it is tried again each day. */
    trouble: text("trouble"),
    createdAt: instant("created_at").notNull(),
  },
  (table) => [
    uniqueIndex().on(table.tenantId, table.changeId, table.subscriptionId),
    // One change at a time is under way for an agreement.
    uniqueIndex("price_change_items_open")
      .on(table.tenantId, table.subscriptionId)
      .where(sql`state in ('waiting', 'told', 'agreed', 'declined', 'ending')`),
    index("price_change_items_pending")
      .on(table.tenantId, table.firstOn, table.id)
      .where(sql`state in ('waiting', 'told') and direction <> 'same'`),
    index().on(table.tenantId, table.changeId, table.state, table.accountId, table.id),
    index().on(table.tenantId, table.changeId, table.createdAt, table.id),
    index().on(table.tenantId, table.accountId, table.createdAt, table.id),
    references(table, table.changeId, () => priceChanges),
    references(table, table.accountId, () => accounts),
    knownCurrency("price_change_items_currency", table.currency),
    oneOf("price_change_items_need", table.need, needs),
    oneOf("price_change_items_direction", table.direction, directions),
    oneOf("price_change_items_state", table.state, itemStates),
  ],
)
