import { eq } from "drizzle-orm"
import type { z } from "zod"
import { inOtherTenant } from "#kit/across-tenants.ts"
import type { Context } from "#kit/context.ts"
import { plainBrand } from "./brand.ts"
import type { BrandPicture } from "./brand-contract.ts"
import { tenancyRefusals } from "./errors.ts"
import { getSettings } from "./get-settings.ts"
import { requireRoot } from "./require-root.ts"
import { brandFiles, tenants } from "./tables.ts"
import type { tenantBrandShape } from "./tenants-contract.ts"

/** How another tenant's shop looks, for the company that runs the installation. */
export async function getTenantBrand(ctx: Context, id: string): Promise<z.infer<typeof tenantBrandShape>> {
  await requireRoot(ctx)
  if ((await ctx.db.$count(tenants, eq(tenants.id, id))) === 0) {
    tenancyRefusals.refuse("tenancy.tenant_missing")
  }
  return inOtherTenant(ctx, id, async (there) => ({
    ...((await getSettings(there)).brand ?? plainBrand),
    pictures: { logo: await showPicture(there, "logo"), favicon: await showPicture(there, "favicon") },
  }))
}

async function showPicture(there: Context, kind: BrandPicture): Promise<string | null> {
  const [row] = await there.db.select().from(brandFiles).where(eq(brandFiles.id, kind)).limit(1)
  return row ? `data:${row.contentType};base64,${Buffer.from(row.content).toString("base64")}` : null
}
