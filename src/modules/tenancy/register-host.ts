import { eq } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { domains } from "./tables.ts"
import { tellTenancyNews } from "./tell-tenancy-news.ts"

/** From the commit on, requests under this name are this shop's. False when it is another one's. */
export async function registerHost(ctx: Context, host: string): Promise<boolean> {
  const added = await ctx.db
    .insert(domains)
    .values({ host, tenantId: ctx.tenant, createdAt: ctx.clock.now() })
    .onConflictDoNothing()
    .returning({ host: domains.host })
  if (added.length > 0) await tellTenancyNews(ctx)
  const [row] = await ctx.db.select().from(domains).where(eq(domains.host, host)).limit(1)
  return row?.tenantId === ctx.tenant
}
