import { sql } from "drizzle-orm"
import { bigint, boolean, index, integer, jsonb, text, uniqueIndex } from "drizzle-orm/pg-core"
import { instant } from "#kit/columns.ts"
import { sandbox } from "./fault-tables.ts"

export const virtfusionUsers = sandbox.table(
  "virtfusion_users",
  {
    id: integer("id").primaryKey().generatedAlwaysAsIdentity({ startWith: 80 }),
    extRelationId: bigint("ext_relation_id", { mode: "number" }),
    name: text("name").notNull(),
    email: text("email").notNull(),
    password: text("password").notNull(),
    selfService: integer("self_service").notNull(),
    suspended: boolean("suspended").notNull(),
    createdAt: instant("created_at").notNull(),
    updatedAt: instant("updated_at").notNull(),
  },
  (table) => [
    uniqueIndex("virtfusion_users_relation").on(table.extRelationId),
    uniqueIndex("virtfusion_users_email").on(table.email),
  ],
)

export const virtfusionServers = sandbox.table(
  "virtfusion_servers",
  {
    id: integer("id").primaryKey().generatedAlwaysAsIdentity({ startWith: 500 }),
    uuid: text("uuid").notNull(),
    userId: integer("user_id")
      .notNull()
      .references(() => virtfusionUsers.id),
    groupId: integer("group_id").notNull(),
    hypervisorId: integer("hypervisor_id").notNull(),
    packageId: integer("package_id").notNull(),
    name: text("name").notNull(),
    hostname: text("hostname"),
    memory: integer("memory").notNull(),
    cpuCores: integer("cpu_cores").notNull(),
    storage: integer("storage").notNull(),
    traffic: integer("traffic").notNull(),
    ipv4: jsonb("ipv4").$type<string[]>().notNull(),
    templateId: integer("template_id"),
    /** How many times it was built: a second time means a wiped disk. */
    buildCount: integer("build_count").notNull().default(0),
    buildStartedAt: instant("build_started_at"),
    buildReadyAt: instant("build_ready_at"),
    buildFails: boolean("build_fails").notNull().default(false),
    rootPassword: text("root_password"),
    poweredOn: boolean("powered_on").notNull().default(false),
    suspended: boolean("suspended").notNull().default(false),
    createdAt: instant("created_at").notNull(),
    updatedAt: instant("updated_at").notNull(),
    /** The moment a delayed deletion takes place; the row stays as the panel's memory of it. */
    deleteAt: instant("delete_at"),
  },
  (table) => [
    index("virtfusion_servers_user").on(table.userId),
    uniqueIndex("virtfusion_servers_uuid").on(table.uuid),
  ],
)

export const virtfusionQueue = sandbox.table("virtfusion_queue", {
  id: integer("id").primaryKey().generatedAlwaysAsIdentity({ startWith: 9_000 }),
  serverId: integer("server_id").notNull(),
  action: text("action").notNull(),
  startedAt: instant("started_at").notNull(),
  readyAt: instant("ready_at").notNull(),
  failed: boolean("failed").notNull().default(false),
})

/** One-time sign-on tokens and the browser sessions they open. */
export const virtfusionTokens = sandbox.table("virtfusion_tokens", {
  id: text("id").primaryKey(),
  secret: text("secret").notNull(),
  kind: text("kind").$type<"sign_on" | "session">().notNull(),
  userId: integer("user_id").notNull(),
  serverId: integer("server_id"),
  expiresAt: instant("expires_at").notNull(),
  usedAt: instant("used_at"),
})

/** Every call received, so that a proof can count what the panel really saw. */
export const virtfusionCalls = sandbox.table(
  "virtfusion_calls",
  {
    id: bigint("id", { mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    at: instant("at").notNull(),
    kind: text("kind").notNull(),
    method: text("method").notNull(),
    path: text("path").notNull(),
    body: jsonb("body").$type<unknown>(),
    status: integer("status"),
    fault: text("fault"),
  },
  (table) => [index("virtfusion_calls_kind").on(table.kind, sql`id desc`)],
)

/** How the stand-in behaves: one row. */
export const virtfusionSettings = sandbox.table("virtfusion_settings", {
  id: text("id").primaryKey(),
  buildSeconds: integer("build_seconds").notNull(),
  serversPerGroup: integer("servers_per_group").notNull(),
})
