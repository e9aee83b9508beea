import { boolean, index, integer, jsonb, pgSchema, text, uniqueIndex } from "drizzle-orm/pg-core"
import { currency, knownCurrency, minor, oneOf } from "#kit/columns.ts"
import type { Say } from "#kit/refusal.ts"
import { references, tenantTable } from "#kit/tenant-table.ts"
import { cycles } from "./contract.ts"

export const catalog = pgSchema("catalog")

export const products = tenantTable(
  catalog,
  "products",
  {
    slug: text("slug").notNull(),
    type: text("type").$type<"vps">().notNull(),
    name: jsonb("name").$type<Say>().notNull(),
    description: jsonb("description").$type<Say>().notNull(),
    state: text("state").$type<(typeof productStates)[number]>().notNull(),
    position: integer("position").notNull(),
    /** A person looks at each order before anything is built. */
    needsApproval: boolean("needs_approval").notNull(),
    locations: jsonb("locations").$type<Location[]>().notNull(),
    images: jsonb("images").$type<Image[]>().notNull(),
  },
  (table) => [
    uniqueIndex().on(table.tenantId, table.slug),
    oneOf("products_state", table.state, productStates),
    oneOf("products_type", table.type, ["vps"]),
  ],
)

export const plans = tenantTable(
  catalog,
  "plans",
  {
    productId: text("product_id").notNull(),
    slug: text("slug").notNull(),
    name: jsonb("name").$type<Say>().notNull(),
    state: text("state").$type<(typeof planStates)[number]>().notNull(),
    position: integer("position").notNull(),
    resources: jsonb("resources").$type<Resources>().notNull(),
    /** The panel's own number of this plan. */
    packageId: integer("package_id").notNull(),
  },
  (table) => [
    uniqueIndex().on(table.tenantId, table.slug),
    index().on(table.tenantId, table.productId, table.position),
    references(table, table.productId, () => products),
    oneOf("plans_state", table.state, planStates),
  ],
)

export const prices = tenantTable(
  catalog,
  "prices",
  {
    planId: text("plan_id").notNull(),
    cycle: text("cycle").$type<(typeof cycles)[number]>().notNull(),
    currency: currency().notNull(),
    amountMinor: minor("amount_minor").notNull(),
    setupMinor: minor("setup_minor").notNull(),
  },
  (table) => [
    uniqueIndex().on(table.tenantId, table.planId, table.currency, table.cycle),
    references(table, table.planId, () => plans),
    oneOf("prices_cycle", table.cycle, cycles),
    knownCurrency("prices_currency", table.currency),
  ],
)

export const productStates = ["active", "hidden", "archived"] as const
export const planStates = ["active", "sold_out", "hidden", "archived"] as const

/** Where it can stand: our id, its name, and the panel's placement group. */
export interface Location {
  readonly id: string
  readonly name: Say
  readonly groupId: number
}

/** What can be installed: our id, its name, and the panel's template. */
export interface Image {
  readonly id: string
  readonly name: string
  readonly templateId: number
}

export interface Resources {
  readonly cpuCores: number
  readonly memoryMb: number
  readonly storageGb: number
  readonly trafficGb: number
  readonly ipv4: number
}
