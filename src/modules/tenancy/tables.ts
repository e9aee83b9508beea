import { sql } from "drizzle-orm"
import { bigint, boolean, customType, index, jsonb, pgSchema, text, uniqueIndex } from "drizzle-orm/pg-core"
import type { z } from "zod"
import { instant, oneOf } from "#kit/columns.ts"
import type { Currency } from "#kit/money.ts"
import type { Language, Say } from "#kit/refusal.ts"
import { tenantTable } from "#kit/tenant-table.ts"
import type { Brand } from "./brand.ts"
import type { sellerShape } from "./contract.ts"
import { type Closure, closures, type TenantState, tenantStates } from "./tenants-contract.ts"

export const tenancy = pgSchema("tenancy")

const bytes = customType<{ data: Uint8Array; driverData: Buffer }>({
  dataType: () => "bytea",
  toDriver: (value) => Buffer.from(value),
  fromDriver: (value) => new Uint8Array(value),
})

/** The registry stands outside the wall: it is what says which tenant a request belongs to. */
export const tenants = tenancy.table(
  "tenants",
  {
    id: text("id").primaryKey(),
    slug: text("slug").notNull(),
    state: text("state").$type<TenantState>().notNull(),
    /** While it is suspended: what its customers still get. */
    closure: text("closure").$type<Closure>(),
    /** The company that runs this installation: the first one there was, and only that one. */
    isRoot: boolean("is_root").notNull().default(false),
    /** "https://shop.example": where people see it. Its other names lead there. */
    origin: text("origin"),
    createdAt: instant("created_at").notNull(),
  },
  (table) => [
    uniqueIndex().on(table.slug),
    uniqueIndex("tenants_one_root").on(table.isRoot).where(sql`${table.isRoot}`),
    oneOf("tenants_state", table.state, tenantStates),
    oneOf("tenants_closure", table.closure, closures),
  ],
)

/** Host names, outside the wall for the same reason: the name is all a request has. */
export const domains = tenancy.table(
  "domains",
  {
    host: text("host").primaryKey(),
    tenantId: text("tenant_id")
      .notNull()
      .references(() => tenants.id),
    createdAt: instant("created_at").notNull(),
  },
  (table) => [index().on(table.tenantId)],
)

/** One row a tenant: id is always "settings". */
export const settings = tenantTable(tenancy, "settings", {
  name: text("name").notNull(),
  defaultLanguage: text("default_language").$type<Language>().notNull(),
  currencies: jsonb("currencies").$type<[Currency, ...Currency[]]>().notNull(),
  timeZone: text("time_zone").notNull(),
  /** Where people see this shop: links in mails begin with it. */
  publicUrl: text("public_url").notNull(),
  taxIncluded: boolean("tax_included").notNull(),
  taxRateNumerator: bigint("tax_rate_numerator", { mode: "bigint" }).notNull(),
  taxRateDenominator: bigint("tax_rate_denominator", { mode: "bigint" }).notNull(),
  taxLabel: jsonb("tax_label").$type<Say>().notNull(),
  seller: jsonb("seller").$type<z.infer<typeof sellerShape>>().notNull(),
  /** Invoice series hang on the legal entity, not on the brand. */
  legalEntityId: text("legal_entity_id").notNull(),
  isDemo: boolean("is_demo").notNull(),
  /** Colours, sender and which pictures there are; null: as the house draws it. */
  brand: jsonb("brand").$type<Brand>(),
})

/** A brand's pictures, one row each: "logo", "favicon". */
export const brandFiles = tenantTable(tenancy, "brand_files", {
  contentType: text("content_type").notNull(),
  content: bytes("content").notNull(),
})

/** Each time a tenant was suspended, for whom by whom and why: its own staff read it, and the root company. */
export const suspensions = tenantTable(
  tenancy,
  "suspensions",
  {
    reason: text("reason").notNull(),
    closure: text("closure").$type<Closure>().notNull(),
    startedAt: instant("started_at").notNull(),
    startedBy: text("started_by").notNull(),
    endedAt: instant("ended_at"),
    endedBy: text("ended_by"),
  },
  (table) => [
    uniqueIndex("suspensions_one_open").on(table.tenantId).where(sql`${table.endedAt} is null`),
    index().on(table.tenantId, table.startedAt),
    oneOf("suspensions_closure", table.closure, closures),
  ],
)
