import { index, integer, jsonb, pgSchema, text, uniqueIndex } from "drizzle-orm/pg-core"
import { people } from "#identity/tables"
import { instant, oneOf } from "#kit/columns.ts"
import { references, tenantTable } from "#kit/tenant-table.ts"
import { type ClientKind, clientKinds } from "./client.ts"
import type { Scope } from "./scope.ts"

export const oauth = pgSchema("oauth")

/** A program that uses this shop as its sign-in. Ended, never deleted: what it was given still names it. */
export const clients = tenantTable(
  oauth,
  "clients",
  {
    name: text("name").notNull(),
    kind: text("kind").$type<ClientKind>().notNull(),
    /** Where people find the program, for the page that asks them. */
    homeUrl: text("home_url"),
    redirectUris: jsonb("redirect_uris").$type<readonly string[]>().notNull(),
    postLogoutRedirectUris: jsonb("post_logout_redirect_uris").$type<readonly string[]>().notNull(),
    backchannelLogoutUri: text("backchannel_logout_uri"),
    scopes: jsonb("scopes").$type<readonly Scope[]>().notNull(),
    createdAt: instant("created_at").notNull(),
    endedAt: instant("ended_at"),
  },
  (table) => [
    index().on(table.tenantId, table.createdAt, table.id),
    oneOf("clients_kind", table.kind, clientKinds),
  ],
)

/** Of confidential clients; two at once while one takes over from the other. */
export const clientSecrets = tenantTable(
  oauth,
  "client_secrets",
  {
    clientId: text("client_id").notNull(),
    /** SHA-256: it has 256 random bits, so a slow hash would protect nothing more. */
    hash: text("hash").notNull(),
    /** The first characters, for people who compare. */
    start: text("start").notNull(),
    createdAt: instant("created_at").notNull(),
    expiresAt: instant("expires_at"),
  },
  (table) => [
    uniqueIndex().on(table.tenantId, table.hash),
    index().on(table.tenantId, table.clientId),
    references(table, table.clientId, () => clients),
  ],
)

/**
 * What a person has allowed a client. From here on everything lives on the machine's time, as sessions do: the
 * programs outside compare these times with their own clocks.
 */
export const grants = tenantTable(
  oauth,
  "grants",
  {
    personId: text("person_id").notNull(),
    clientId: text("client_id").notNull(),
    scopes: jsonb("scopes").$type<readonly Scope[]>().notNull(),
    /** When they last said yes. */
    givenAt: instant("given_at").notNull(),
    lastUsedAt: instant("last_used_at"),
  },
  (table) => [
    uniqueIndex().on(table.tenantId, table.personId, table.clientId),
    index().on(table.tenantId, table.clientId),
    references(table, table.personId, () => people).onDelete("cascade"),
    references(table, table.clientId, () => clients),
  ],
)

/** Everything that came of one sign-in at one client. It ends as a whole. */
export const families = tenantTable(
  oauth,
  "families",
  {
    clientId: text("client_id").notNull(),
    personId: text("person_id").notNull(),
    /** The session it began in. No key: the session goes, and what was given may outlive it. */
    sessionId: text("session_id").notNull(),
    scopes: jsonb("scopes").$type<readonly Scope[]>().notNull(),
    authenticatedAt: instant("authenticated_at").notNull(),
    createdAt: instant("created_at").notNull(),
    endedAt: instant("ended_at"),
    endReason: text("end_reason").$type<EndReason>(),
  },
  (table) => [
    index().on(table.tenantId, table.personId, table.clientId),
    index().on(table.tenantId, table.sessionId),
    index().on(table.tenantId, table.clientId),
    index().on(table.tenantId, table.createdAt),
    references(table, table.personId, () => people).onDelete("cascade"),
    references(table, table.clientId, () => clients),
    oneOf("families_end_reason", table.endReason, endReasons),
  ],
)

export const codes = tenantTable(
  oauth,
  "codes",
  {
    hash: text("hash").notNull(),
    clientId: text("client_id").notNull(),
    personId: text("person_id").notNull(),
    sessionId: text("session_id").notNull(),
    redirectUri: text("redirect_uri").notNull(),
    scopes: jsonb("scopes").$type<readonly Scope[]>().notNull(),
    nonce: text("nonce"),
    /** SHA-256 of what only the program that asked knows (PKCE, S256). */
    codeChallenge: text("code_challenge").notNull(),
    authenticatedAt: instant("authenticated_at").notNull(),
    expiresAt: instant("expires_at").notNull(),
    /** What it was exchanged for: a second exchange ends that. */
    familyId: text("family_id"),
  },
  (table) => [
    uniqueIndex().on(table.tenantId, table.hash),
    index().on(table.tenantId, table.personId),
    index().on(table.tenantId, table.clientId),
    index().on(table.tenantId, table.familyId),
    index().on(table.tenantId, table.expiresAt),
    references(table, table.personId, () => people).onDelete("cascade"),
    references(table, table.clientId, () => clients),
    references(table, table.familyId, () => families).onDelete("cascade"),
  ],
)

export const refreshTokens = tenantTable(
  oauth,
  "refresh_tokens",
  {
    familyId: text("family_id").notNull(),
    hash: text("hash").notNull(),
    /** How many came before it in its family. */
    turn: integer("turn").notNull(),
    expiresAt: instant("expires_at").notNull(),
    usedAt: instant("used_at"),
  },
  (table) => [
    uniqueIndex().on(table.tenantId, table.hash),
    uniqueIndex().on(table.tenantId, table.familyId, table.turn),
    index().on(table.tenantId, table.expiresAt),
    references(table, table.familyId, () => families).onDelete("cascade"),
  ],
)

/** What tokens are signed with. The next one is published before it signs, the last one after. */
export const signingKeys = tenantTable(
  oauth,
  "signing_keys",
  {
    publicJwk: jsonb("public_jwk").$type<Readonly<Record<string, unknown>>>().notNull(),
    privateSealed: text("private_sealed").notNull(),
    signsFrom: instant("signs_from").notNull(),
    /** Until then it is published. Null for the newest. */
    publishedUntil: instant("published_until"),
    createdAt: instant("created_at").notNull(),
  },
  (table) => [index().on(table.tenantId, table.signsFrom)],
)

/** Telling one client that one session is over (OpenID Connect Back-Channel Logout). */
export const logouts = tenantTable(
  oauth,
  "logouts",
  {
    clientId: text("client_id").notNull(),
    personId: text("person_id").notNull(),
    sessionId: text("session_id").notNull(),
    state: text("state").$type<LogoutState>().notNull(),
    outcome: text("outcome"),
    createdAt: instant("created_at").notNull(),
    toldAt: instant("told_at"),
  },
  (table) => [
    index().on(table.tenantId, table.clientId),
    index().on(table.tenantId, table.createdAt),
    index().on(table.tenantId, table.state, table.createdAt),
    references(table, table.clientId, () => clients),
    oneOf("logouts_state", table.state, logoutStates),
  ],
)

export type LogoutState = (typeof logoutStates)[number]
export type EndReason = (typeof endReasons)[number]

const logoutStates = ["telling", "told", "failed"] as const

const endReasons = [
  "signed-out",
  "withdrawn",
  "revoked",
  "client-ended",
  "code-replayed",
  "token-reused",
  "password-changed",
] as const
