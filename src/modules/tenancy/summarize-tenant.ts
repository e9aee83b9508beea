import { asc, eq } from "drizzle-orm"
import type { z } from "zod"
import { inOtherTenant } from "#kit/across-tenants.ts"
import type { Context } from "#kit/context.ts"
import { findSettings } from "./find-settings.ts"
import { domains, type tenants } from "./tables.ts"
import type { TenantMeans } from "./tenant-means.ts"
import type { tenantSummaryShape } from "./tenants-contract.ts"

export type TenantSummary = z.input<typeof tenantSummaryShape>

const MOST_HOSTS = 50

/** A line of the list: what the registry knows, and how much there is behind its wall. */
export async function summarizeTenant(
  ctx: Context,
  means: TenantMeans,
  row: typeof tenants.$inferSelect,
): Promise<TenantSummary> {
  const { id, slug, state, isRoot, createdAt } = row
  const hosts = await ctx.db
    .select({ host: domains.host })
    .from(domains)
    .where(eq(domains.tenantId, id))
    .orderBy(asc(domains.createdAt), asc(domains.host))
    .limit(MOST_HOSTS)
  const { settings, counts } = await inOtherTenant(ctx, id, async (there) => ({
    settings: await findSettings(there),
    counts: await means.count(there),
  }))
  return {
    id,
    slug,
    state,
    isRoot,
    createdAt: createdAt.toString(),
    name: settings?.name ?? slug,
    isDemo: settings?.isDemo ?? false,
    url: settings?.publicUrl ?? "",
    hosts: hosts.map(({ host }) => host),
    ...counts,
  }
}
