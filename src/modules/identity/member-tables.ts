import { sql } from "drizzle-orm"
import { boolean, check, index, integer, jsonb, text, uniqueIndex } from "drizzle-orm/pg-core"
import { instant, oneOf } from "#kit/columns.ts"
import type { Language } from "#kit/refusal.ts"
import { references, tenantTable } from "#kit/tenant-table.ts"
import {
  type GivenRole,
  givenRoles,
  type ServiceGrant,
  type ServiceRole,
  serviceRoles,
} from "./member-role.ts"
import { accounts, identity, members, people, staffRoles } from "./tables.ts"

/** A single service that a member may see or run though their role doesn't reach it. Services live in a later module. */
export const serviceGrants = tenantTable(
  identity,
  "service_grants",
  {
    memberId: text("member_id").notNull(),
    serviceId: text("service_id").notNull(),
    role: text("role").$type<ServiceRole>().notNull(),
  },
  (table) => [
    uniqueIndex().on(table.tenantId, table.memberId, table.serviceId),
    references(table, table.memberId, () => members).onDelete("cascade"),
    oneOf("service_grants_role", table.role, serviceRoles),
  ],
)

/** Asks a mailbox into an account. The secret of its link is a mac of the row's id, so none is kept here. */
export const invitations = tenantTable(
  identity,
  "invitations",
  {
    /** Into an account, as a member… */
    accountId: text("account_id"),
    /** …or to work here, in a role of staff: one of the two. */
    staffRoleId: text("staff_role_id"),
    /** In lower case. Only who signs in with this address can accept, whoever holds the link. */
    email: text("email").notNull(),
    role: text("role").$type<GivenRole>().notNull(),
    services: jsonb("services").$type<readonly ServiceGrant[]>().notNull(),
    language: text("language").$type<Language>().notNull(),
    /** Null: the house itself, for a tenant's first operator. */
    invitedBy: text("invited_by"),
    /** How often it was mailed; each mail's link ends the ones before. */
    sendings: integer("sendings").notNull(),
    sentAt: instant("sent_at").notNull(),
    createdAt: instant("created_at").notNull(),
    expiresAt: instant("expires_at").notNull(),
    acceptedAt: instant("accepted_at"),
    withdrawnAt: instant("withdrawn_at"),
  },
  (table) => [
    index().on(table.tenantId, table.accountId, table.createdAt, table.id),
    index().on(table.tenantId, table.invitedBy),
    index().on(table.tenantId, table.staffRoleId),
    references(table, table.accountId, () => accounts),
    references(table, table.staffRoleId, () => staffRoles),
    check("invitations_into_one", sql`coalesce(${table.accountId}, ${table.staffRoleId}) is not null`),
    references(table, table.invitedBy, () => people),
    oneOf("invitations_role", table.role, givenRoles),
    oneOf("invitations_language", table.language, ["en", "ko"]),
  ],
)

/** The owner's half of a hand-over; the other half is the new owner's acceptance. */
export const ownershipOffers = tenantTable(
  identity,
  "ownership_offers",
  {
    accountId: text("account_id").notNull(),
    fromPersonId: text("from_person_id").notNull(),
    toPersonId: text("to_person_id").notNull(),
    createdAt: instant("created_at").notNull(),
    expiresAt: instant("expires_at").notNull(),
    acceptedAt: instant("accepted_at"),
    withdrawnAt: instant("withdrawn_at"),
  },
  (table) => [
    index().on(table.tenantId, table.accountId, table.createdAt),
    index().on(table.tenantId, table.fromPersonId),
    index().on(table.tenantId, table.toPersonId),
    references(table, table.accountId, () => accounts),
    references(table, table.fromPersonId, () => people).onDelete("cascade"),
    references(table, table.toPersonId, () => people).onDelete("cascade"),
  ],
)

/** One per country at most; the one of the account's own country stands on its invoices. */
export const taxIds = tenantTable(
  identity,
  "tax_ids",
  {
    accountId: text("account_id").notNull(),
    country: text("country").notNull(),
    number: text("number").notNull(),
  },
  (table) => [
    uniqueIndex().on(table.tenantId, table.accountId, table.country),
    index().on(table.tenantId, table.number),
    references(table, table.accountId, () => accounts),
  ],
)

/** Who else is written to about money: bookkeepers need no sign-in for that. */
export const billingContacts = tenantTable(
  identity,
  "billing_contacts",
  {
    accountId: text("account_id").notNull(),
    name: text("name").notNull(),
    email: text("email").notNull(),
    language: text("language").$type<Language>().notNull(),
    getsInvoices: boolean("gets_invoices").notNull(),
  },
  (table) => [
    uniqueIndex().on(table.tenantId, table.accountId, table.email),
    index().on(table.tenantId, table.email),
    references(table, table.accountId, () => accounts),
    oneOf("billing_contacts_language", table.language, ["en", "ko"]),
  ],
)

/** Further places of a customer; the billing address itself stands on the account. */
export const accountAddresses = tenantTable(
  identity,
  "account_addresses",
  {
    accountId: text("account_id").notNull(),
    label: text("label").notNull(),
    lines: jsonb("lines").$type<readonly string[]>().notNull(),
    country: text("country").notNull(),
  },
  (table) => [
    uniqueIndex().on(table.tenantId, table.accountId, table.label),
    references(table, table.accountId, () => accounts),
  ],
)
