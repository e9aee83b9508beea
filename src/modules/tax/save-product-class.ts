import { eq } from "drizzle-orm"
import { recordAudit } from "#audit"
import { listPlansOf } from "#catalog"
import type { Context, Reach } from "#kit/context.ts"
import { STANDARD_CLASS } from "./contract.ts"
import { taxRefusals } from "./errors.ts"
import { productClasses } from "./tables.ts"

/** Which class of rates a product belongs to. The standard one needs no row. */
export async function saveProductClass(
  ctx: Context,
  _reach: Reach,
  wish: { readonly productId: string; readonly taxClass: string },
): Promise<void> {
  const { productId, taxClass } = wish
  if ((await listPlansOf(ctx, [productId])).length === 0) {
    taxRefusals.refuse("tax.product_missing", { productId })
  }
  await ctx.db.delete(productClasses).where(eq(productClasses.productId, productId))
  if (taxClass !== STANDARD_CLASS) {
    await ctx.db.insert(productClasses).values({ id: ctx.newId("txp"), productId, taxClass })
  }
  await recordAudit(ctx, { act: "tax.product-class-saved", subjectId: productId, after: { taxClass } })
}
