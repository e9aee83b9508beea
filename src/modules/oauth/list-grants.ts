import { and, desc, eq } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { clients, grants } from "./tables.ts"

/** What one person has allowed, newest use first. */
export async function listGrants(ctx: Context, personId: string) {
  const rows = await ctx.db
    .select({ grant: grants, clientName: clients.name, homeUrl: clients.homeUrl })
    .from(grants)
    .innerJoin(clients, and(eq(clients.tenantId, grants.tenantId), eq(clients.id, grants.clientId)))
    .where(eq(grants.personId, personId))
    .orderBy(desc(grants.lastUsedAt), desc(grants.id))
    .limit(100)
  return rows.map(({ grant, clientName, homeUrl }) => ({
    id: grant.id,
    clientName,
    homeUrl,
    scopes: [...grant.scopes],
    givenAt: grant.givenAt.toString(),
    lastUsedAt: grant.lastUsedAt?.toString() ?? null,
  }))
}
