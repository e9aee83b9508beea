import { and, eq, gt, isNull, sql } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { hashSecret } from "./client.ts"
import { findIssuer } from "./find-issuer.ts"
import { findLivingFamily } from "./find-living-family.ts"
import type { Client } from "./queries.ts"
import { families, refreshTokens } from "./tables.ts"

/** Whether a token is good now (RFC 7662). Of others' tokens nothing is told, not even that they are. */
export async function introspectToken(
  ctx: Context,
  client: Client,
  token: string,
): Promise<Record<string, unknown>> {
  const living = await findLivingFamily(ctx, token)
  if (living?.family.clientId === client.id) {
    const { family: _own, ...claims } = living.claims
    return { active: true, token_type: "Bearer", ...claims }
  }
  const [refresh] = await ctx.db
    .select({
      family: families,
      expires: sql<string>`extract(epoch from ${refreshTokens.expiresAt})::bigint`,
    })
    .from(refreshTokens)
    .innerJoin(
      families,
      and(eq(families.tenantId, refreshTokens.tenantId), eq(families.id, refreshTokens.familyId)),
    )
    .where(
      and(
        eq(refreshTokens.hash, hashSecret(token)),
        eq(families.clientId, client.id),
        isNull(families.endedAt),
        isNull(refreshTokens.usedAt),
        gt(refreshTokens.expiresAt, sql`now()`),
      ),
    )
    .limit(1)
  if (!refresh) return { active: false }
  const { clientId, personId, scopes } = refresh.family
  return {
    active: true,
    client_id: clientId,
    sub: personId,
    scope: scopes.join(" "),
    exp: Number(refresh.expires),
    iss: await findIssuer(ctx),
  }
}
