import { asc, eq } from "drizzle-orm"
import type { z } from "zod"
import { countPeopleByWay } from "#identity"
import type { Context, Reach } from "#kit/context.ts"
import { getSettings } from "#tenancy"
import type { providerShape } from "./contract.ts"
import { federationRefusals } from "./errors.ts"
import { providers } from "./tables.ts"

export type ProviderView = z.infer<typeof providerShape>
export type Provider = typeof providers.$inferSelect

/** The shop's own settings: whoever's reach is not all of it sees none. */
export async function listProviders(ctx: Context, reach: Reach): Promise<ProviderView[]> {
  if (reach.kind !== "all") return []
  const rows = await ctx.db
    .select()
    .from(providers)
    .orderBy(asc(providers.createdAt), asc(providers.id))
    .limit(50)
  return Promise.all(rows.map((row) => describe(ctx, row)))
}

export async function getProviderView(ctx: Context, reach: Reach, id: string): Promise<ProviderView> {
  const [row] = reach.kind === "all" ? await ctx.db.select().from(providers).where(eq(providers.id, id)) : []
  return row ? describe(ctx, row) : federationRefusals.refuse("federation.provider_missing", { id })
}

async function describe(ctx: Context, row: Provider): Promise<ProviderView> {
  const { id, kind, name, clientId, baseUrl, apiUrl, isOn, changedAt } = row
  return {
    id,
    kind,
    name,
    clientId,
    baseUrl,
    apiUrl,
    isOn,
    returnAddress: returnAddressOf((await getSettings(ctx)).publicUrl, id),
    people: await countPeopleByWay(ctx, id),
    changedAt: changedAt.toString(),
  }
}

function returnAddressOf(publicUrl: string, id: string): string {
  return `${new URL(publicUrl).origin}/federation/${id}/return`
}
