import { eq, max } from "drizzle-orm"
import { recordAudit } from "#audit"
import type { Context } from "#kit/context.ts"
import { catalogRefusals } from "./errors.ts"
import type { WantedPlanText } from "./read-plan-text.ts"
import { refuseTakenSlug } from "./refuse-taken-slug.ts"
import { savePlanDraft } from "./save-plan-draft.ts"
import { plans, products } from "./tables.ts"

/** Hidden, with a draft: nobody sees it before a first version is published and it is shown. */
export async function addPlan(
  ctx: Context,
  { productId, slug, ...text }: WantedPlanText & { readonly productId: string; readonly slug: string },
): Promise<{ planId: string }> {
  const found = ctx.db.select({ id: products.id }).from(products).where(eq(products.id, productId)).limit(1)
  const [product] = await found.for("update")
  if (!product) return catalogRefusals.refuse("catalog.product_not_found", { productId })
  const [last] = await ctx.db
    .select({ position: max(plans.position) })
    .from(plans)
    .where(eq(plans.productId, productId))
  const planId = ctx.newId("pln")
  const position = (last?.position ?? -1) + 1
  const row = { productId, slug, state: "hidden", position } as const
  await refuseTakenSlug(ctx.db.insert(plans).values({ id: planId, ...row }))
  await recordAudit(ctx, { act: "catalog.plan-created", subjectId: planId, after: row })
  await savePlanDraft(ctx, { planId, ...text })
  return { planId }
}
