import { sql } from "drizzle-orm"
import { bigint, boolean, index, integer, jsonb, pgSchema, text, uniqueIndex } from "drizzle-orm/pg-core"
import { accounts } from "#identity/tables"
import { instant, oneOf, plainDate } from "#kit/columns.ts"
import type { Say } from "#kit/refusal.ts"
import { references, tenantTable } from "#kit/tenant-table.ts"
import { serviceStates } from "./contract.ts"
import type { BuildNotes, Difference } from "./drivers/driver.ts"
import {
  type AttentionKind,
  type DesiredState,
  desiredStates,
  type ObservedState,
  observedStates,
  type PlanSnapshot,
  type ServiceState,
  type SuspensionReason,
} from "./service.ts"

export const provisioning = pgSchema("provisioning")

/**
 * Our key for a customer at a panel. One sequence for the whole installation, not one a tenant: two tenants
 * may rent from the same panel, and a number that meant two people there would hand one the other's servers.
 */
export const panelRelations = provisioning.sequence("panel_relations", { startWith: 100_000 })

/** The outside servers we build on. What the contract calls "servers". */
export const panels = tenantTable(
  provisioning,
  "panels",
  {
    driver: text("driver").notNull(),
    name: text("name").notNull(),
    /** Where its API answers. */
    baseUrl: text("base_url").notNull(),
    /** Where people's browsers are sent: sign-on links start here, whatever an answer says. */
    panelUrl: text("panel_url").notNull(),
    sealedCredentials: text("sealed_credentials").notNull(),
    /** An operator registered it on our own network: private addresses and plain http are let through. */
    allowPrivate: boolean("allow_private").notNull().default(false),
    state: text("state").$type<"enabled" | "disabled">().notNull(),
    concurrency: integer("concurrency").notNull(),
    callsPerMinute: integer("calls_per_minute").notNull(),
    /** Our locations it can build in; empty doors all. */
    locationIds: jsonb("location_ids").$type<string[]>().notNull(),
    createdAt: instant("created_at").notNull(),
  },
  (table) => [
    uniqueIndex().on(table.tenantId, table.name),
    oneOf("panels_state", table.state, ["enabled", "disabled"]),
  ],
)

/** An account as a panel knows it. The turn: one service of an owner is allocated at a time (allocate-turn.ts). */
export const panelOwners = tenantTable(
  provisioning,
  "panel_owners",
  {
    panelId: text("panel_id").notNull(),
    accountId: text("account_id").notNull(),
    relation: bigint("relation", { mode: "number" }).notNull(),
    remoteUserId: text("remote_user_id"),
    turnOf: text("turn_of"),
    createdAt: instant("created_at").notNull(),
  },
  (table) => [
    uniqueIndex().on(table.tenantId, table.panelId, table.accountId),
    uniqueIndex().on(table.tenantId, table.panelId, table.relation),
    references(table, table.panelId, () => panels),
    references(table, table.accountId, () => accounts),
  ],
)

export const services = tenantTable(
  provisioning,
  "services",
  {
    accountId: text("account_id").notNull(),
    /** As it was called when it bought this. */
    accountName: text("account_name").notNull(),
    orderId: text("order_id"),
    planId: text("plan_id").notNull(),
    productType: text("product_type").$type<"vps">().notNull(),
    planName: jsonb("plan_name").$type<Say>().notNull(),
    plan: jsonb("plan").$type<PlanSnapshot>().notNull(),
    locationId: text("location_id").notNull(),
    imageId: text("image_id").notNull(),
    hostname: text("hostname").notNull(),
    state: text("state").$type<ServiceState>().notNull(),
    desired: text("desired").$type<DesiredState>().notNull(),
    observed: text("observed").$type<ObservedState>().notNull(),
    observedAt: instant("observed_at"),
    suspensionReasons: jsonb("suspension_reasons").$type<SuspensionReason[]>().notNull(),
    attention: text("attention").$type<AttentionKind>(),
    panelId: text("panel_id"),
    remoteId: text("remote_id"),
    addresses: jsonb("addresses").$type<string[]>().notNull(),
    operationId: text("operation_id"),
    createdAt: instant("created_at").notNull(),
    buildingSince: instant("building_since"),
    activatedAt: instant("activated_at"),
    endedAt: instant("ended_at"),
    /** Set: it is to be deleted, and waits until a backup made on this day or later was seen. */
    backupSince: plainDate("backup_since"),
  },
  (table) => [
    index().on(table.tenantId, table.createdAt, table.id),
    index().on(table.tenantId, table.accountId, table.createdAt, table.id),
    index().on(table.tenantId, table.state, table.createdAt, table.id),
    index().on(table.tenantId, table.orderId),
    index().on(table.tenantId, table.hostname, table.id),
    index().on(table.tenantId, table.remoteId),
    // One remote machine belongs to one service at most, whoever claims it second is refused by the database.
    uniqueIndex("services_remote").on(table.tenantId, table.panelId, table.remoteId),
    references(table, table.accountId, () => accounts),
    references(table, table.panelId, () => panels),
    oneOf("services_state", table.state, serviceStates),
    oneOf("services_desired", table.desired, desiredStates),
    oneOf("services_observed", table.observed, observedStates),
    oneOf("services_product_type", table.productType, ["vps"]),
  ],
)

/** Addresses as rows: "whose is this IP" must be one index look-up. */
export const serviceAddresses = tenantTable(
  provisioning,
  "service_addresses",
  { serviceId: text("service_id").notNull(), address: text("address").notNull() },
  (table) => [
    index().on(table.tenantId, table.address),
    uniqueIndex().on(table.tenantId, table.serviceId, table.address),
    references(table, table.serviceId, () => services),
  ],
)

/** The intent to build, written before the panel is asked; holds what each step learnt (BuildNotes). */
export const builds = tenantTable(
  provisioning,
  "builds",
  {
    serviceId: text("service_id").notNull(),
    panelId: text("panel_id").notNull(),
    ownerId: text("owner_id").notNull(),
    state: text("state").$type<"open" | "finished" | "undone">().notNull(),
    remoteId: text("remote_id"),
    notes: jsonb("notes").$type<BuildNotes>().notNull(),
    createdAt: instant("created_at").notNull(),
  },
  (table) => [
    uniqueIndex("builds_one_live").on(table.tenantId, table.serviceId).where(sql`state <> 'undone'`),
    // Two services of one owner can't adopt the same machine after an unknown outcome.
    uniqueIndex("builds_remote")
      .on(table.tenantId, table.panelId, table.remoteId)
      .where(sql`state <> 'undone'`),
    references(table, table.serviceId, () => services),
    references(table, table.panelId, () => panels),
    references(table, table.ownerId, () => panelOwners),
    oneOf("builds_state", table.state, ["open", "finished", "undone"]),
  ],
)

/** What opens the machine; sealed before it reaches the column. A newer one replaces the older. */
export const credentials = tenantTable(
  provisioning,
  "credentials",
  {
    serviceId: text("service_id").notNull(),
    userName: text("user_name").notNull(),
    sealedPassword: text("sealed_password").notNull(),
    createdAt: instant("created_at").notNull(),
  },
  (table) => [
    uniqueIndex().on(table.tenantId, table.serviceId),
    references(table, table.serviceId, () => services),
  ],
)

export const signOnStates = ["asking", "ready", "used", "failed"] as const

/** A sign-in link to the panel: asked for per click, shown once, to whoever asked. */
export const signOns = tenantTable(
  provisioning,
  "sign_ons",
  {
    serviceId: text("service_id").notNull(),
    askedBy: text("asked_by").notNull(),
    state: text("state").$type<(typeof signOnStates)[number]>().notNull(),
    sealedUrl: text("sealed_url"),
    expiresAt: instant("expires_at"),
    createdAt: instant("created_at").notNull(),
  },
  (table) => [
    index().on(table.tenantId, table.serviceId, table.createdAt),
    references(table, table.serviceId, () => services),
    oneOf("sign_ons_state", table.state, signOnStates),
  ],
)

export const driftKinds = ["missing", "extra", "different"] as const

/** Where the panel's list and our services disagree; closed by itself when they agree again. */
export const driftFindings = tenantTable(
  provisioning,
  "drift_findings",
  {
    panelId: text("panel_id").notNull(),
    kind: text("kind").$type<(typeof driftKinds)[number]>().notNull(),
    serviceId: text("service_id"),
    remoteId: text("remote_id").notNull(),
    differences: jsonb("differences").$type<Difference[]>().notNull(),
    firstSeenAt: instant("first_seen_at").notNull(),
    lastSeenAt: instant("last_seen_at").notNull(),
    resolvedAt: instant("resolved_at"),
  },
  (table) => [
    uniqueIndex("drift_open")
      .on(table.tenantId, table.panelId, table.remoteId, table.kind)
      .where(sql`resolved_at is null`),
    references(table, table.panelId, () => panels),
    oneOf("drift_kind", table.kind, driftKinds),
  ],
)
