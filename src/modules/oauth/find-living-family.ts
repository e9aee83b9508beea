import { and, eq, isNull } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { findIssuer } from "./find-issuer.ts"
import { readScopes, type Scope } from "./scope.ts"
import { clients, families } from "./tables.ts"
import { verifyToken } from "./verify-token.ts"

export interface LivingAccess {
  readonly family: typeof families.$inferSelect
  readonly scopes: readonly Scope[]
  readonly claims: Readonly<Record<string, unknown>>
}

/** What an access token stands for, as long as it and all it came from are good. */
export async function findLivingFamily(ctx: Context, accessToken: string): Promise<LivingAccess | undefined> {
  const issuer = await findIssuer(ctx)
  const claims = await verifyToken(ctx, accessToken, { kind: "at+jwt", issuer, audience: issuer })
  if (!claims) return undefined
  const [row] = await ctx.db
    .select({ family: families })
    .from(families)
    .innerJoin(clients, and(eq(clients.tenantId, families.tenantId), eq(clients.id, families.clientId)))
    .where(and(eq(families.id, String(claims["family"])), isNull(families.endedAt), isNull(clients.endedAt)))
    .limit(1)
  if (!row || row.family.personId !== claims.sub) return undefined
  return { family: row.family, scopes: readScopes(String(claims["scope"])), claims: { ...claims } }
}
