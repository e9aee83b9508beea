import { and, asc, desc, eq, gt, isNull, or, sql } from "drizzle-orm"
import type { z } from "zod"
import type { Context, Reach } from "#kit/context.ts"
import type { clientShape } from "./contract.ts"
import { oauthRefusals } from "./errors.ts"
import { clientSecrets, clients, grants } from "./tables.ts"

export type ClientView = z.infer<typeof clientShape>
export type Client = typeof clients.$inferSelect

/** A shop has a handful; the limit of making them stands in create-client.ts. */
export const MOST_CLIENTS = 200

/** Clients are the shop's own: whoever's reach is not all of it sees none. */
export async function listClients(ctx: Context, reach: Reach): Promise<ClientView[]> {
  if (reach.kind !== "all") return []
  const rows = await ctx.db
    .select()
    .from(clients)
    .orderBy(desc(clients.createdAt), desc(clients.id))
    .limit(MOST_CLIENTS)
  return Promise.all(rows.map((row) => describe(ctx, row)))
}

export async function getClientView(ctx: Context, reach: Reach, id: string): Promise<ClientView> {
  const [row] = reach.kind === "all" ? await ctx.db.select().from(clients).where(eq(clients.id, id)) : []
  return row ? describe(ctx, row) : oauthRefusals.refuse("oauth.client_missing", { id })
}

async function describe(ctx: Context, row: Client): Promise<ClientView> {
  const now = ctx.clock.now()
  const secrets = await ctx.db
    .select()
    .from(clientSecrets)
    .where(
      and(
        eq(clientSecrets.clientId, row.id),
        or(isNull(clientSecrets.expiresAt), gt(clientSecrets.expiresAt, sql`${now.toString()}::timestamptz`)),
      ),
    )
    .orderBy(asc(clientSecrets.createdAt))
    .limit(10)
  return {
    id: row.id,
    name: row.name,
    kind: row.kind,
    homeUrl: row.homeUrl,
    redirectUris: [...row.redirectUris],
    postLogoutRedirectUris: [...row.postLogoutRedirectUris],
    backchannelLogoutUri: row.backchannelLogoutUri,
    scopes: [...row.scopes],
    secrets: secrets.map(({ start, expiresAt }) => ({ start, expiresAt: expiresAt?.toString() ?? null })),
    people: await ctx.db.$count(grants, eq(grants.clientId, row.id)),
    createdAt: row.createdAt.toString(),
    endedAt: row.endedAt?.toString() ?? null,
  }
}
