import { sql } from "drizzle-orm"
import { boolean, check, index, integer, jsonb, pgSchema, text, uniqueIndex } from "drizzle-orm/pg-core"
import { accounts } from "#identity/tables"
import { currency, instant, knownCurrency, minor, oneOf } from "#kit/columns.ts"
import type { Say } from "#kit/refusal.ts"
import { references, tenantTable } from "#kit/tenant-table.ts"
import { cycles, visibilities } from "./contract.ts"
import type { PlanMeter } from "./meter.ts"
import type { PlanOption } from "./option.ts"
import type { PlanTrial } from "./trial.ts"

export const catalog = pgSchema("catalog")

/** What other modules own and the tables beside this file point at. */
export const foreign = { accounts: () => accounts }

export const products = tenantTable(
  catalog,
  "products",
  {
    slug: text("slug").notNull(),
    type: text("type").$type<"vps">().notNull(),
    name: jsonb("name").$type<Say>().notNull(),
    description: jsonb("description").$type<Say>().notNull(),
    state: text("state").$type<Visibility>().notNull(),
    position: integer("position").notNull(),
    /** A person looks at each order before anything is built. */
    needsApproval: boolean("needs_approval").notNull(),
    locations: jsonb("locations").$type<Location[]>().notNull(),
    images: jsonb("images").$type<Image[]>().notNull(),
  },
  (table) => [
    uniqueIndex().on(table.tenantId, table.slug),
    oneOf("products_state", table.state, visibilities),
    oneOf("products_type", table.type, ["vps"]),
  ],
)

export const plans = tenantTable(
  catalog,
  "plans",
  {
    productId: text("product_id").notNull(),
    slug: text("slug").notNull(),
    state: text("state").$type<Visibility>().notNull(),
    position: integer("position").notNull(),
    /**
     * What is on sale; null until a first version is published. No key, for the two tables would point at each other: a
     * trigger wants a published version of this very plan.
     */
    currentVersionId: text("current_version_id"),
    /** How many there are to sell; null: as many as are wanted. */
    stockLimit: integer("stock_limit"),
  },
  (table) => [
    uniqueIndex().on(table.tenantId, table.slug),
    index().on(table.tenantId, table.productId, table.position),
    references(table, table.productId, () => products),
    oneOf("plans_state", table.state, visibilities),
  ],
)

/**
 * What a plan is and costs. Published it never changes, nor do its prices (migrations/repeatable/catalog-versions.sql):
 * a change is another version, and whoever bought keeps the one that was bought. Unpublished it is the plan's draft.
 */
export const planVersions = tenantTable(
  catalog,
  "plan_versions",
  {
    planId: text("plan_id").notNull(),
    number: integer("number").notNull(),
    name: jsonb("name").$type<Say>().notNull(),
    resources: jsonb("resources").$type<Resources>().notNull(),
    /** The panel's own number of this plan. */
    packageId: integer("package_id").notNull(),
    /** What can be chosen with it and what that costs, in the order in which it is shown. */
    options: jsonb("options").$type<PlanOption[]>().notNull().default([]),
    /** What is charged by use, in the order in which it is shown. */
    meters: jsonb("meters").$type<PlanMeter[]>().notNull().default([]),
    /** How it can be tried before the first payment; null: it can't. */
    trial: jsonb("trial").$type<PlanTrial>(),
    /** For colleagues: why it was published. */
    note: text("note").notNull().default(""),
    editedAt: instant("edited_at").notNull(),
    editedBy: text("edited_by").notNull(),
    publishedAt: instant("published_at"),
    publishedBy: text("published_by"),
  },
  (table) => [
    uniqueIndex().on(table.tenantId, table.planId, table.number),
    uniqueIndex("plan_versions_draft")
      .on(table.tenantId, table.planId)
      .where(sql`${table.publishedAt} is null`),
    references(table, table.planId, () => plans),
    index("plan_versions_metered").on(table.tenantId, table.planId).where(sql`meters <> '[]'::jsonb`),
    check("plan_versions_number", sql`${table.number} >= 1`),
    check("plan_versions_published", sql`(${table.publishedAt} is null) = (${table.publishedBy} is null)`),
  ],
)

export const prices = tenantTable(
  catalog,
  "prices",
  {
    versionId: text("version_id").notNull(),
    cycle: text("cycle").$type<(typeof cycles)[number]>().notNull(),
    currency: currency().notNull(),
    amountMinor: minor("amount_minor").notNull(),
    setupMinor: minor("setup_minor").notNull(),
  },
  (table) => [
    uniqueIndex().on(table.tenantId, table.versionId, table.currency, table.cycle),
    references(table, table.versionId, () => planVersions),
    oneOf("prices_cycle", table.cycle, cycles),
    knownCurrency("prices_currency", table.currency),
    check("prices_amounts", sql`${table.amountMinor} >= 0 and ${table.setupMinor} >= 0`),
  ],
)

/**
 * What is ordered or runs, by whoever holds it: an order, or a change of plan. Written when it is asked for, taken back
 * when it comes to nothing, and one by one as services end or change to another plan. A trigger keeps the sum within the plan's limit, whoever comes
 * at the same moment (migrations/repeatable/catalog-stock.sql).
 */
export const stockHolds = tenantTable(
  catalog,
  "stock_holds",
  {
    planId: text("plan_id").notNull(),
    reference: text("reference").notNull(),
    quantity: integer("quantity").notNull(),
    heldAt: instant("held_at").notNull(),
  },
  (table) => [
    uniqueIndex().on(table.tenantId, table.reference, table.planId),
    index().on(table.tenantId, table.planId),
    references(table, table.planId, () => plans),
    check("stock_holds_quantity", sql`${table.quantity} >= 0`),
  ],
)

export type Visibility = (typeof visibilities)[number]

/** Where it can stand: our id, its name, and the panel's placement group. */
export interface Location {
  readonly id: string
  readonly name: Say
  readonly groupId: number
  /** False: no longer offered, and still there for who ordered it. */
  readonly isOffered?: boolean
}

/** What can be installed: our id, its name, and the panel's template. */
export interface Image {
  readonly id: string
  readonly name: string
  readonly templateId: number
  /** False: no longer offered, and still there for who ordered it. */
  readonly isOffered?: boolean
}

export interface Resources {
  readonly cpuCores: number
  readonly memoryMb: number
  readonly storageGb: number
  readonly trafficGb: number
  readonly ipv4: number
}
