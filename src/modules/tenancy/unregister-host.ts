import { and, eq } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { domains } from "./tables.ts"
import { tellTenancyNews } from "./tell-tenancy-news.ts"

/** Nobody's shop answers under this name from the commit on. Another shop's names are left alone. */
export async function unregisterHost(ctx: Context, host: string): Promise<void> {
  await ctx.db.delete(domains).where(and(eq(domains.host, host), eq(domains.tenantId, ctx.tenant)))
  await tellTenancyNews(ctx)
}
