import { sql } from "drizzle-orm"
import { bigint, boolean, index, integer, jsonb, text, uniqueIndex } from "drizzle-orm/pg-core"
import { currency, instant, oneOf } from "#kit/columns.ts"
import type { Language } from "#kit/refusal.ts"
import { references, tenantTable } from "#kit/tenant-table.ts"
import {
  type ConsentBasis,
  type ConsentFact,
  type ConsentPlace,
  type ConsentPurpose,
  consentBases,
  consentPlaces,
  consentPurposes,
  type TextPurpose,
  textPurposes,
} from "./consent.ts"
import { signInWays } from "./contract.ts"
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
    place: text("place").$type<ConsentPlace>().notNull().default("sign-up"),
    at: instant("at").notNull(),
    /** What was said last: two facts may share a moment, and ids of one moment have no order. */
    number: bigint("number", { mode: "number" }).notNull().generatedAlwaysAsIdentity(),
  },
  (table) => [
    index().on(table.tenantId, table.personId, table.purpose, table.number),
    index().on(table.tenantId, table.purpose, table.at),
    references(table, table.personId, () => people).onDelete("cascade"),
    oneOf("consents_purpose", table.purpose, consentPurposes),
    oneOf("consents_basis", table.basis, consentBases),
    oneOf("consents_place", table.place, consentPlaces),
  ],
)

/** Versions of what people agree to or are shown, as the shop put them in force; the newest that counts is asked for. */
export const consentTexts = tenantTable(
  identity,
  "consent_texts",
  {
    purpose: text("purpose").$type<TextPurpose>().notNull(),
    version: text("version").notNull(),
    inForceFrom: instant("in_force_from").notNull(),
  },
  (table) => [
    uniqueIndex("consent_texts_version").on(table.tenantId, table.purpose, table.version),
    oneOf("consent_texts_purpose", table.purpose, textPurposes),
  ],
)

/** Asking again after two years; closed by an answer, or by the day until which one was awaited. */
export const consentAsks = tenantTable(
  identity,
  "consent_asks",
  {
    personId: text("person_id").notNull(),
    askedAt: instant("asked_at").notNull(),
    answerBy: instant("answer_by").notNull(),
    closedAt: instant("closed_at"),
  },
  (table) => [
    uniqueIndex("consent_asks_one_open").on(table.tenantId, table.personId).where(sql`closed_at is null`),
    index().on(table.tenantId, table.answerBy),
    references(table, table.personId, () => people).onDelete("cascade"),
  ],
)

/** What a tenant has decided about signing in. One row, its id is always "policy". */
export const policies = tenantTable(identity, "policies", {
  /** Some operators want the privacy text ticked; the law asks for no consent to what the contract needs. */
  needsPrivacyTick: boolean("needs_privacy_tick").notNull(),
  allowsMagicLinks: boolean("allows_magic_links").notNull(),
})

/**
 * Browsers that a person has signed in with. Everything from here on lives on the machine's time, as sessions do: a
 * moved clock must not sign anybody out, and the codes of a telephone know only the real time.
 */
export const devices = tenantTable(
  identity,
  "devices",
  {
    personId: text("person_id").notNull(),
    userAgent: text("user_agent").notNull(),
    address: text("address").notNull(),
    /** Until then it needs no second factor. */
    trustedUntil: instant("trusted_until"),
    createdAt: instant("created_at").notNull(),
    lastSeenAt: instant("last_seen_at").notNull(),
  },
  (table) => [
    index().on(table.tenantId, table.personId, table.lastSeenAt),
    references(table, table.personId, () => people).onDelete("cascade"),
  ],
)

/** Who came in, when, how and from where. */
export const signIns = tenantTable(
  identity,
  "sign_ins",
  {
    personId: text("person_id").notNull(),
    method: text("method").$type<SignInWay>().notNull(),
    userAgent: text("user_agent").notNull(),
    address: text("address").notNull(),
    country: text("country"),
    at: instant("at").notNull(),
  },
  (table) => [
    index().on(table.tenantId, table.personId, table.at),
    index().on(table.tenantId, table.at),
    references(table, table.personId, () => people).onDelete("cascade"),
    oneOf("sign_ins_method", table.method, signInWays),
  ],
)

/** Tries since the last success, by hash of what was tried: an e-mail address, a network address, a second factor. */
export const guards = tenantTable(
  identity,
  "guards",
  { tries: integer("tries").notNull(), lastAt: instant("last_at").notNull() },
  (table) => [index().on(table.tenantId, table.lastAt)],
)

/** Codes of an app (TOTP). One a person; it counts once a code has shown that the app has it. */
export const secondFactors = tenantTable(
  identity,
  "second_factors",
  {
    personId: text("person_id").notNull(),
    secretSealed: text("secret_sealed").notNull(),
    confirmedAt: instant("confirmed_at"),
    /** The half minute of the last code that was taken: each code opens once. */
    lastStep: integer("last_step").notNull(),
  },
  (table) => [
    uniqueIndex().on(table.tenantId, table.personId),
    references(table, table.personId, () => people).onDelete("cascade"),
  ],
)

export const recoveryCodes = tenantTable(
  identity,
  "recovery_codes",
  {
    personId: text("person_id").notNull(),
    /** SHA-256: 75 random bits need no slow hash. */
    hash: text("hash").notNull(),
    usedAt: instant("used_at"),
  },
  (table) => [
    uniqueIndex().on(table.tenantId, table.personId, table.hash),
    references(table, table.personId, () => people).onDelete("cascade"),
  ],
)

export const passkeys = tenantTable(
  identity,
  "passkeys",
  {
    personId: text("person_id").notNull(),
    name: text("name").notNull(),
    /** Base64url, as browsers send it. */
    credentialId: text("credential_id").notNull(),
    publicKey: text("public_key").notNull(),
    /** Of its uses; one that goes back is a copy. */
    counter: bigint("counter", { mode: "number" }).notNull(),
    transports: jsonb("transports").$type<readonly string[]>().notNull(),
    createdAt: instant("created_at").notNull(),
    lastUsedAt: instant("last_used_at"),
  },
  (table) => [
    uniqueIndex().on(table.tenantId, table.credentialId),
    index().on(table.tenantId, table.personId),
    references(table, table.personId, () => people).onDelete("cascade"),
  ],
)

export type SignInWay = (typeof signInWays)[number]
