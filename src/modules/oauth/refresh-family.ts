import { and, eq, sql } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import type { Keyring } from "#kit/secrets.ts"
import { hashSecret } from "./client.ts"
import { endFamilies } from "./end-families.ts"
import { oauthRefusals } from "./errors.ts"
import { issueTokens, type TokenAnswer } from "./issue-tokens.ts"
import type { Client } from "./queries.ts"
import { isWithin, readScopes } from "./scope.ts"
import { families, refreshTokens } from "./tables.ts"

export interface RefreshWish {
  readonly client: Client
  readonly refreshToken: string
  /** Fewer than before, if the program wants fewer. */
  readonly scope: string | null
}

/**
 * Each refresh token works once and hands on to the next. One that comes again was copied by somebody: who the thief is
 * can't be told, so the family ends. Undefined then, for that has to be committed; the caller refuses afterwards.
 */
export async function refreshFamily(
  ctx: Context,
  keyring: Keyring,
  wish: RefreshWish,
): Promise<TokenAnswer | undefined> {
  const [found] = await ctx.db
    .select({
      token: refreshTokens,
      family: families,
      isOver: sql<boolean>`${refreshTokens.expiresAt} <= now()`,
    })
    .from(refreshTokens)
    .innerJoin(
      families,
      and(eq(families.tenantId, refreshTokens.tenantId), eq(families.id, refreshTokens.familyId)),
    )
    .where(eq(refreshTokens.hash, hashSecret(wish.refreshToken)))
    .for("update")
  if (!found || found.family.clientId !== wish.client.id) return refuse("no token of this client")
  const { token, family, isOver } = found
  if (family.endedAt !== null) return refuse("its family has ended")
  if (token.usedAt !== null) {
    await endFamilies(ctx, { id: family.id }, "token-reused")
    return undefined
  }
  if (isOver) return refuse("it lay unused for too long")
  const scopes = wish.scope === null ? family.scopes : readScopes(wish.scope)
  if (scopes.length === 0 || !isWithin(scopes, family.scopes)) oauthRefusals.refuse("oauth.invalid_scope")
  await ctx.db.update(refreshTokens).set({ usedAt: sql`now()` }).where(eq(refreshTokens.id, token.id))
  return issueTokens(ctx, keyring, { family, scopes, nonce: null, turn: token.turn + 1 })
}

function refuse(because: string): never {
  return oauthRefusals.refuse("oauth.invalid_grant", {}, { because })
}
