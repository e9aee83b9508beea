import { sql } from "drizzle-orm"
import {
  type AnyPgColumn,
  boolean,
  foreignKey,
  index,
  jsonb,
  pgSchema,
  text,
  uniqueIndex,
} from "drizzle-orm/pg-core"
import { currency, instant, oneOf } from "#kit/columns.ts"
import type { Language } from "#kit/refusal.ts"
import { references, tenantTable } from "#kit/tenant-table.ts"
import { type MemberRole, memberRoles } from "./member-role.ts"

export const identity = pgSchema("identity")

export const people = tenantTable(
  identity,
  "people",
  {
    name: text("name").notNull(),
    /** Always in lower case: the unique index is the whole promise that one address is one person here. */
    email: text("email").notNull(),
    emailVerified: boolean("email_verified").notNull().default(false),
    language: text("language").$type<Language>().notNull().default("en"),
    /** E.164: "+821012345678". */
    phone: text("phone"),
    currency: currency(),
    createdAt: instant("created_at").notNull(),
    updatedAt: instant("updated_at").notNull(),
    /** Forgotten at their wish: the row stays for what points at it, and says nothing about anybody. */
    erasedAt: instant("erased_at"),
  },
  (table) => [
    uniqueIndex().on(table.tenantId, table.email),
    oneOf("people_language", table.language, ["en", "ko"]),
  ],
)

export const sessions = tenantTable(
  identity,
  "sessions",
  {
    /** SHA-256 of what the cookie holds: whoever reads this table can't sign in with it. */
    token: text("token_hash").notNull(),
    userId: text("person_id").notNull(),
    expiresAt: instant("expires_at").notNull(),
    ipAddress: text("ip_address"),
    /** "KR", when a proxy of our own said so. */
    country: text("country"),
    userAgent: text("user_agent"),
    /** Null until everything was shown that this person has to show: until then it opens nothing. */
    admittedAt: instant("admitted_at"),
    /** When the person last showed who they are, for acts that ask for it anew. */
    provedAt: instant("proved_at"),
    /** When two factors were shown in it, as staff have to. */
    strongAt: instant("strong_at"),
    deviceId: text("device_id"),
    createdAt: instant("created_at").notNull(),
    updatedAt: instant("updated_at").notNull(),
  },
  (table) => [
    uniqueIndex().on(table.tenantId, table.token),
    index().on(table.tenantId, table.userId),
    index().on(table.tenantId, table.expiresAt),
    references(table, table.userId, () => people).onDelete("cascade"),
  ],
)

/** How a person can show that it is them: a password ("credential"), or a house that vouches for them. */
export const signInMethods = tenantTable(
  identity,
  "sign_in_methods",
  {
    accountId: text("provider_person_id").notNull(),
    providerId: text("provider_id").notNull(),
    userId: text("person_id").notNull(),
    /** argon2id, never the password. */
    password: text("password_hash"),
    createdAt: instant("created_at").notNull(),
    updatedAt: instant("updated_at").notNull(),
  },
  (table) => [
    uniqueIndex().on(table.tenantId, table.providerId, table.accountId),
    index().on(table.tenantId, table.userId),
    references(table, table.userId, () => people).onDelete("cascade"),
  ],
)

/** What was asked of a browser and waits for its answer: challenges of passkeys. */
export const verifications = tenantTable(
  identity,
  "verifications",
  {
    identifier: text("identifier").notNull(),
    value: text("value").notNull(),
    expiresAt: instant("expires_at").notNull(),
    createdAt: instant("created_at").notNull(),
    updatedAt: instant("updated_at").notNull(),
  },
  (table) => [index().on(table.tenantId, table.identifier), index().on(table.tenantId, table.expiresAt)],
)

/** Who buys and is billed. A person acts for an account as its member. */
export const accounts = tenantTable(
  identity,
  "accounts",
  {
    kind: text("kind").$type<(typeof accountKinds)[number]>().notNull(),
    name: text("name").notNull(),
    personName: text("person_name").notNull(),
    email: text("email").notNull(),
    language: text("language").$type<Language>().notNull(),
    country: text("country").notNull(),
    company: text("company"),
    taxId: text("tax_id"),
    addressLines: jsonb("address_lines").$type<string[]>().notNull(),
    phone: text("phone"),
    /** What the customer's own bookkeeping calls its orders here; printed where they asked for it. */
    purchaseOrder: text("purchase_order"),
    /** It was a duplicate: whoever acts for that other account reaches what still hangs on this one. */
    mergedIntoId: text("merged_into_id"),
    createdAt: instant("created_at").notNull(),
    /** Its person is forgotten: papers of it are kept for the law only. */
    erasedAt: instant("erased_at"),
  },
  (table) => [
    index().on(table.tenantId, table.createdAt, table.id),
    index().on(table.tenantId, table.country, table.createdAt, table.id),
    index().on(table.tenantId, table.email),
    index().on(table.tenantId, table.mergedIntoId),
    index("accounts_tax_id").on(table.tenantId, table.taxId).where(sql`tax_id is not null`),
    foreignKey({
      columns: [table.tenantId as AnyPgColumn, table.mergedIntoId as AnyPgColumn],
      foreignColumns: [table.tenantId as AnyPgColumn, table.id as AnyPgColumn],
    }),
    oneOf("accounts_kind", table.kind, accountKinds),
    oneOf("accounts_language", table.language, ["en", "ko"]),
  ],
)

export const members = tenantTable(
  identity,
  "members",
  {
    personId: text("person_id").notNull(),
    accountId: text("account_id").notNull(),
    role: text("role").$type<MemberRole>().notNull(),
    createdAt: instant("created_at").notNull(),
  },
  (table) => [
    uniqueIndex().on(table.tenantId, table.personId, table.accountId),
    index().on(table.tenantId, table.accountId),
    references(table, table.personId, () => people).onDelete("cascade"),
    references(table, table.accountId, () => accounts),
    oneOf("members_role", table.role, memberRoles),
  ],
)

/** Bundles of permissions that the shop's owner edits. The built-in one holds everything, also what is yet to come. */
export const staffRoles = tenantTable(
  identity,
  "staff_roles",
  {
    name: text("name").notNull(),
    permissions: jsonb("permissions").$type<readonly string[]>().notNull(),
    isBuiltIn: boolean("is_built_in").notNull(),
    createdAt: instant("created_at").notNull(),
  },
  (table) => [uniqueIndex().on(table.tenantId, table.name)],
)

export const staff = tenantTable(
  identity,
  "staff",
  {
    personId: text("person_id").notNull(),
    roleId: text("role_id").notNull(),
    createdAt: instant("created_at").notNull(),
    suspendedAt: instant("suspended_at"),
  },
  (table) => [
    uniqueIndex().on(table.tenantId, table.personId),
    index().on(table.tenantId, table.roleId),
    references(table, table.personId, () => people).onDelete("cascade"),
    references(table, table.roleId, () => staffRoles),
  ],
)

export const apiKeys = tenantTable(
  identity,
  "api_keys",
  {
    name: text("name").notNull(),
    /** SHA-256 of the whole key. The key has 160 random bits, so a slow hash would protect nothing more. */
    hash: text("hash").notNull(),
    /** The first characters, for people who compare lists. */
    start: text("start").notNull(),
    scopes: jsonb("scopes").$type<string[]>().notNull(),
    /** For whom it acts: one account, or the staff member who made it. */
    accountId: text("account_id"),
    personId: text("person_id").notNull(),
    createdAt: instant("created_at").notNull(),
    expiresAt: instant("expires_at"),
    /** Addresses and ranges it may be used from; empty: from everywhere. */
    networks: jsonb("networks").$type<readonly string[]>().notNull(),
    lastUsedAt: instant("last_used_at"),
    revokedAt: instant("revoked_at"),
  },
  (table) => [
    uniqueIndex().on(table.tenantId, table.hash),
    index().on(table.tenantId, table.accountId, table.createdAt, table.id),
    index().on(table.tenantId, table.personId, table.createdAt, table.id),
    references(table, table.accountId, () => accounts),
    references(table, table.personId, () => people),
  ],
)

export const accountKinds = ["consumer", "business"] as const
