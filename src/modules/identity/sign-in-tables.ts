import { boolean, index, jsonb, text } from "drizzle-orm/pg-core"
import { currency, instant, oneOf } from "#kit/columns.ts"
import type { Language } from "#kit/refusal.ts"
import { references, tenantTable } from "#kit/tenant-table.ts"
import {
  type ConsentBasis,
  type ConsentFact,
  type ConsentPurpose,
  consentBases,
  consentPurposes,
} from "./consent.ts"
import { type LinkKind, linkKinds } from "./link.ts"
import { accounts, identity, people } from "./tables.ts"

/**
 * What somebody asked for before the address was shown to be theirs. A person comes into being only when the link
 * in the mail is followed: nobody can sit on an address that belongs to somebody else.
 */
export const signUps = tenantTable(
  identity,
  "sign_ups",
  {
    email: text("email").notNull(),
    name: text("name").notNull(),
    passwordHash: text("password_hash").notNull(),
    phone: text("phone"),
    country: text("country").notNull(),
    language: text("language").$type<Language>().notNull(),
    currency: currency(),
    /** The account that was opened on the way through checkout. */
    accountId: text("account_id"),
    consents: jsonb("consents").$type<readonly ConsentFact[]>().notNull(),
    createdAt: instant("created_at").notNull(),
    doneAt: instant("done_at"),
  },
  (table) => [
    index().on(table.tenantId, table.createdAt),
    index().on(table.tenantId, table.accountId),
    references(table, table.accountId, () => accounts),
    oneOf("sign_ups_language", table.language, ["en", "ko"]),
  ],
)

/** A link in a mail: works once and for a while. The secret in it is a mac of the row's id, so none is kept here. */
export const links = tenantTable(
  identity,
  "links",
  {
    kind: text("kind").$type<LinkKind>().notNull(),
    email: text("email").notNull(),
    language: text("language").$type<Language>().notNull(),
    /** Unknown where the address may be nobody's: whoever asks must not learn it from how long we take. */
    personId: text("person_id"),
    signUpId: text("sign_up_id"),
    createdAt: instant("created_at").notNull(),
    expiresAt: instant("expires_at").notNull(),
    usedAt: instant("used_at"),
  },
  (table) => [
    index().on(table.tenantId, table.email, table.kind, table.createdAt),
    index().on(table.tenantId, table.personId),
    index().on(table.tenantId, table.signUpId),
    index().on(table.tenantId, table.expiresAt),
    references(table, table.personId, () => people).onDelete("cascade"),
    references(table, table.signUpId, () => signUps).onDelete("cascade"),
    oneOf("links_kind", table.kind, linkKinds),
    oneOf("links_language", table.language, ["en", "ko"]),
  ],
)

/** Separate facts, never changed: the newest of a purpose counts, the older ones say what held before. */
export const consents = tenantTable(
  identity,
  "consents",
  {
    personId: text("person_id").notNull(),
    purpose: text("purpose").$type<ConsentPurpose>().notNull(),
    isGiven: boolean("is_given").notNull(),
    basis: text("basis").$type<ConsentBasis>().notNull(),
    /** Of the text that was shown. */
    version: text("version").notNull(),
    at: instant("at").notNull(),
  },
  (table) => [
    index().on(table.tenantId, table.personId, table.purpose, table.at),
    index().on(table.tenantId, table.purpose, table.at),
    references(table, table.personId, () => people).onDelete("cascade"),
    oneOf("consents_purpose", table.purpose, consentPurposes),
    oneOf("consents_basis", table.basis, consentBases),
  ],
)

/** What a tenant has decided about signing in. One row, its id is always "policy". */
export const policies = tenantTable(identity, "policies", {
  /** Some operators want the privacy text ticked; the law asks for no consent to what the contract needs. */
  needsPrivacyTick: boolean("needs_privacy_tick").notNull(),
  allowsMagicLinks: boolean("allows_magic_links").notNull(),
})
