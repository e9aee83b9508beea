import { desc, eq } from "drizzle-orm"
import type { z } from "zod"
import { inOtherTenant } from "#kit/across-tenants.ts"
import type { Context } from "#kit/context.ts"
import { tenancyRefusals } from "./errors.ts"
import { getSettings } from "./get-settings.ts"
import { requireRoot } from "./require-root.ts"
import { summarizeTenant } from "./summarize-tenant.ts"
import { suspensions, tenants } from "./tables.ts"
import type { TenantMeans } from "./tenant-means.ts"
import type { tenantShape } from "./tenants-contract.ts"

export type TenantView = z.input<typeof tenantShape>

const MOST_SUSPENSIONS = 20

export async function getTenant(ctx: Context, means: TenantMeans, id: string): Promise<TenantView> {
  await requireRoot(ctx)
  const [row] = await ctx.db.select().from(tenants).where(eq(tenants.id, id)).limit(1)
  if (!row) return tenancyRefusals.refuse("tenancy.tenant_missing")
  const summary = await summarizeTenant(ctx, means, row)
  return inOtherTenant(ctx, id, async (there) => {
    const { defaultLanguage, currencies, timeZone, seller } = await getSettings(there)
    const times = await there.db
      .select()
      .from(suspensions)
      .orderBy(desc(suspensions.endedAt), desc(suspensions.startedAt))
      .limit(MOST_SUSPENSIONS)
    return {
      ...summary,
      defaultLanguage,
      currencies: [...currencies],
      timeZone,
      country: seller.country,
      suspensions: times.map(({ reason, closure, startedAt, endedAt }) => ({
        reason,
        closure,
        startedAt: startedAt.toString(),
        endedAt: endedAt?.toString() ?? null,
      })),
    }
  })
}
