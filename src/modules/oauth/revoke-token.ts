import { and, eq } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { hashSecret } from "./client.ts"
import { endFamilies } from "./end-families.ts"
import { findLivingFamily } from "./find-living-family.ts"
import type { Client } from "./queries.ts"
import { families, refreshTokens } from "./tables.ts"

/** Either kind of token ends its whole family (RFC 7009, 2.1). A stranger's or an unknown one changes nothing. */
export async function revokeToken(ctx: Context, client: Client, token: string): Promise<void> {
  const [byRefresh] = await ctx.db
    .select({ id: families.id, clientId: families.clientId })
    .from(refreshTokens)
    .innerJoin(
      families,
      and(eq(families.tenantId, refreshTokens.tenantId), eq(families.id, refreshTokens.familyId)),
    )
    .where(eq(refreshTokens.hash, hashSecret(token)))
    .limit(1)
  const family = byRefresh ?? (await findLivingFamily(ctx, token))?.family
  if (family?.clientId === client.id) await endFamilies(ctx, { id: family.id }, "revoked")
}
