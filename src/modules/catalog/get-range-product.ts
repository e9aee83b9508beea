import { type Context, type Reach, within } from "#kit/context.ts"
import { catalogRefusals } from "./errors.ts"
import { listRange, type RangeProduct } from "./list-range.ts"

/** One product as staff see it. */
export async function getRangeProduct(
  ctx: Context,
  productId: string,
  reach: Reach = within(ctx.actor),
): Promise<RangeProduct> {
  const [product] = await listRange(ctx, reach, { productId })
  return product ?? catalogRefusals.refuse("catalog.product_not_found", { productId })
}
