import { asc, eq } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { domains } from "./tables.ts"

/** The names under which this shop answers. */
export async function listRegisteredHosts(ctx: Context): Promise<string[]> {
  const rows = await ctx.db
    .select({ host: domains.host })
    .from(domains)
    .where(eq(domains.tenantId, ctx.tenant))
    .orderBy(asc(domains.createdAt), asc(domains.host))
    .limit(200)
  return rows.map(({ host }) => host)
}
