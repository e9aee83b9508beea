import { eq } from "drizzle-orm"
import type { z } from "zod"
import type { Context } from "#kit/context.ts"
import type { Language } from "#kit/refusal.ts"
import { actOnTenant } from "./act-on-tenant.ts"
import { tenancyRefusals } from "./errors.ts"
import { getTenant, type TenantView } from "./get-tenant.ts"
import { planTenant } from "./plan-tenant.ts"
import { openTenant } from "./registry.ts"
import { requireRoot } from "./require-root.ts"
import { saveSettings } from "./save-settings.ts"
import { tenants } from "./tables.ts"
import type { TenantMeans } from "./tenant-means.ts"
import type { tenantWish } from "./tenants-contract.ts"

export type TenantWish = z.infer<typeof tenantWish>

/** Another company in this installation, and a mail to the first who will run it. Nobody here gets to know a password. */
export async function createTenant(ctx: Context, means: TenantMeans, wish: TenantWish): Promise<TenantView> {
  await requireRoot(ctx)
  const settings = planTenant(wish)
  const id = ctx.newId("ten")
  const host = new URL(settings.publicUrl).hostname
  const isOpen = await openTenant(ctx.db, ctx.clock, { id, slug: wish.slug, host })
  if (!isOpen) await refuseTaken(ctx, wish)
  const change = {
    act: "tenancy.opened",
    subjectId: id,
    after: { name: settings.name, slug: wish.slug, url: settings.publicUrl, operator: wish.operatorEmail },
  }
  await actOnTenant(ctx, change, async (there) => {
    await saveSettings(there, settings)
    const language: Language = wish.defaultLanguage
    await means.inviteOperator(there, { email: wish.operatorEmail, language })
  })
  return getTenant(ctx, means, id)
}

/** Which of the two it was; never whose. */
async function refuseTaken(ctx: Context, { slug }: TenantWish): Promise<never> {
  const isSlugTaken = (await ctx.db.$count(tenants, eq(tenants.slug, slug))) > 0
  return isSlugTaken
    ? tenancyRefusals.refuse("tenancy.short_name_taken", {}, { field: "slug" })
    : tenancyRefusals.refuse("tenancy.host_taken", {}, { field: "url" })
}
