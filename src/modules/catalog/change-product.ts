import { eq } from "drizzle-orm"
import { recordAudit } from "#audit"
import type { Context } from "#kit/context.ts"
import type { ProductText } from "./create-product.ts"
import { catalogRefusals } from "./errors.ts"
import { products, type Visibility } from "./tables.ts"

/** What a product is called and where it can stand. A place that was offered stays known: somebody may have ordered it. */
export async function changeProduct(
  ctx: Context,
  { id, ...text }: ProductText & { readonly id: string; readonly state: Visibility },
): Promise<void> {
  const found = ctx.db.select().from(products).where(eq(products.id, id)).limit(1)
  const [before] = await found.for("update")
  if (!before) return catalogRefusals.refuse("catalog.product_not_found", { id })
  refuseGone(before.locations, text.locations, "locations")
  refuseGone(before.images, text.images, "images")
  const after = { ...text, locations: [...text.locations], images: [...text.images] }
  await ctx.db.update(products).set(after).where(eq(products.id, id))
  const { name, description, needsApproval, position, locations, images, state } = before
  await recordAudit(ctx, {
    act: "catalog.product-changed",
    subjectId: id,
    before: { name, description, needsApproval, position, locations, images, state },
    after,
  })
}

function refuseGone(
  before: readonly { readonly id: string }[],
  after: readonly { readonly id: string }[],
  field: string,
): void {
  const gone = before.find(({ id }) => !after.some((one) => one.id === id))
  if (gone) catalogRefusals.refuse("catalog.offer_gone", { id: gone.id }, { field })
}
