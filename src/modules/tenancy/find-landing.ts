import { and, asc, eq, sql } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { getSettings } from "./get-settings.ts"
import { domains, tenants } from "./tables.ts"

/**
 * The name that reaches this house: the one its own company's shop was opened with, also when that shop is seen under another
 * one by now. Other names are aliases of it, which a number can't have.
 */
export async function findLanding(ctx: Context): Promise<string> {
  const [first] = await ctx.db
    .select({ host: domains.host })
    .from(domains)
    .innerJoin(tenants, eq(tenants.id, domains.tenantId))
    .where(and(eq(tenants.isRoot, true), sql`${domains.host} ~ '[a-z]$'`))
    .orderBy(asc(domains.createdAt), asc(domains.host))
    .limit(1)
  return first?.host ?? new URL((await getSettings(ctx)).publicUrl).hostname
}
