import { createHash } from "node:crypto"
import { sql } from "drizzle-orm"
import { getPerson } from "#identity"
import type { Context } from "#kit/context.ts"
import type { Keyring } from "#kit/secrets.ts"
import { hashSecret, makeSecret } from "./client.ts"
import { findIssuer } from "./find-issuer.ts"
import { makeToken } from "./make-token.ts"
import type { Scope } from "./scope.ts"
import { type families, refreshTokens } from "./tables.ts"
import { ACCESS_SECONDS, ID_TOKEN_SECONDS, REFRESH_DAYS } from "./token.ts"

export interface TokenAnswer {
  readonly access_token: string
  readonly token_type: "Bearer"
  readonly expires_in: number
  readonly scope: string
  readonly id_token?: string
  readonly refresh_token?: string
}

export interface IssueWish {
  readonly family: typeof families.$inferSelect
  /** At most the family's. */
  readonly scopes: readonly Scope[]
  readonly nonce: string | null
  /** How many refresh tokens came before. */
  readonly turn: number
}

/** All that one exchange gives: an access token, who it is about, and what fetches the next ones. */
export async function issueTokens(ctx: Context, keyring: Keyring, wish: IssueWish): Promise<TokenAnswer> {
  const { family, scopes } = wish
  const issuer = await findIssuer(ctx)
  const access = await makeToken(ctx, keyring, {
    kind: "at+jwt",
    issuer,
    audience: issuer,
    subject: family.personId,
    seconds: ACCESS_SECONDS,
    claims: {
      client_id: family.clientId,
      scope: scopes.join(" "),
      jti: makeSecret(),
      family: family.id,
    },
  })
  const isKnown = scopes.includes("openid")
  return {
    access_token: access,
    token_type: "Bearer",
    expires_in: ACCESS_SECONDS,
    scope: scopes.join(" "),
    ...(isKnown ? { id_token: await makeIdToken(ctx, keyring, wish, { issuer, access }) } : {}),
    ...(family.scopes.includes("offline_access")
      ? { refresh_token: await addRefreshToken(ctx, family.id, wish.turn) }
      : {}),
  }
}

async function makeIdToken(
  ctx: Context,
  keyring: Keyring,
  { family, scopes, nonce }: IssueWish,
  { issuer, access }: { readonly issuer: string; readonly access: string },
): Promise<string> {
  const person = await getPerson(ctx, family.personId)
  return makeToken(ctx, keyring, {
    kind: "JWT",
    issuer,
    audience: family.clientId,
    subject: family.personId,
    seconds: ID_TOKEN_SECONDS,
    claims: {
      auth_time: Math.floor(family.authenticatedAt.epochMilliseconds / 1_000),
      sid: family.sessionId,
      at_hash: createHash("sha256").update(access).digest().subarray(0, 16).toString("base64url"),
      ...(nonce === null ? {} : { nonce }),
      // Some programs never ask the userinfo endpoint.
      ...(scopes.includes("profile") ? { name: person.name, locale: person.language } : {}),
      ...(scopes.includes("email") ? { email: person.email, email_verified: person.emailVerified } : {}),
    },
  })
}

async function addRefreshToken(ctx: Context, familyId: string, turn: number): Promise<string> {
  const token = `hwrt_${makeSecret()}`
  await ctx.db.insert(refreshTokens).values({
    id: ctx.newId("ort"),
    familyId,
    hash: hashSecret(token),
    turn,
    expiresAt: sql`now() + make_interval(days => ${REFRESH_DAYS})` as never,
  })
  return token
}
