import { recordAudit } from "#audit"
import type { Context } from "#kit/context.ts"
import type { Say } from "#kit/refusal.ts"
import { refuseTakenSlug } from "./refuse-taken-slug.ts"
import { type Image, type Location, products } from "./tables.ts"

export interface ProductText {
  readonly name: Say
  readonly description: Say
  readonly needsApproval: boolean
  readonly position: number
  readonly locations: readonly Location[]
  readonly images: readonly Image[]
}

/** Hidden at first: there is nothing to buy of it yet. */
export async function createProduct(
  ctx: Context,
  { slug, locations, images, ...text }: ProductText & { readonly slug: string },
): Promise<{ productId: string }> {
  const productId = ctx.newId("prd")
  const row: typeof products.$inferInsert = {
    id: productId,
    slug,
    type: "vps",
    state: "hidden",
    ...text,
    locations: [...locations],
    images: [...images],
  }
  await refuseTakenSlug(ctx.db.insert(products).values(row))
  await recordAudit(ctx, { act: "catalog.product-created", subjectId: productId, after: row })
  return { productId }
}
