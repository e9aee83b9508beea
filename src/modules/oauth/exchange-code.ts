import { createHash } from "node:crypto"
import { eq, sql } from "drizzle-orm"
import { findSessionStanding } from "#identity"
import type { Context } from "#kit/context.ts"
import type { Keyring } from "#kit/secrets.ts"
import { isSameText } from "#kit/secrets.ts"
import { hashSecret } from "./client.ts"
import { endFamilies } from "./end-families.ts"
import { oauthRefusals } from "./errors.ts"
import { issueTokens, type TokenAnswer } from "./issue-tokens.ts"
import type { Client } from "./queries.ts"
import { codes, families } from "./tables.ts"

export interface CodeWish {
  readonly client: Client
  readonly code: string
  readonly redirectUri: string
  readonly codeVerifier: string
}

/**
 * Undefined for a code that was exchanged before: then what it was exchanged for ends, which has to be committed, so
 * the caller refuses only afterwards. Locked first: of two at once the second is the replay.
 */
export async function exchangeCode(
  ctx: Context,
  keyring: Keyring,
  wish: CodeWish,
): Promise<TokenAnswer | undefined> {
  const [found] = await ctx.db
    .select({ code: codes, isOver: sql<boolean>`${codes.expiresAt} <= now()` })
    .from(codes)
    .where(eq(codes.hash, hashSecret(wish.code)))
    .for("update")
  if (!found || found.code.clientId !== wish.client.id) return refuse("no code of this client")
  const { code, isOver } = found
  if (code.familyId !== null) {
    await endFamilies(ctx, { id: code.familyId }, "code-replayed")
    return undefined
  }
  if (isOver) return refuse("the code is too old")
  if (code.redirectUri !== wish.redirectUri) return refuse("another redirect_uri")
  if (!isVerified(wish.codeVerifier, code.codeChallenge)) return refuse("the code_verifier does not fit")
  // Who signed out between the two pages is out.
  if (!(await findSessionStanding(ctx, code.sessionId))) return refuse("the session is over")
  const [family] = await ctx.db
    .insert(families)
    .values({
      id: ctx.newId("fam"),
      clientId: code.clientId,
      personId: code.personId,
      sessionId: code.sessionId,
      scopes: code.scopes,
      authenticatedAt: code.authenticatedAt,
      createdAt: sql`now()` as never,
    })
    .returning()
  if (!family) throw new Error("A family of tokens was not begun.")
  await ctx.db.update(codes).set({ familyId: family.id }).where(eq(codes.id, code.id))
  return issueTokens(ctx, keyring, { family, scopes: code.scopes, nonce: code.nonce, turn: 0 })
}

function isVerified(verifier: string, challenge: string): boolean {
  if (!/^[\w.~-]{43,128}$/.test(verifier)) return false
  return isSameText(createHash("sha256").update(verifier).digest("base64url"), challenge)
}

function refuse(because: string): never {
  return oauthRefusals.refuse("oauth.invalid_grant", {}, { because })
}
