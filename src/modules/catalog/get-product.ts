import type { Context } from "#kit/context.ts"
import { catalogRefusals } from "./errors.ts"
import { listOffers, type OfferWish } from "./list-offers.ts"
import type { Product } from "./queries.ts"

export async function getProduct(
  ctx: Context,
  wish: OfferWish & { readonly slug: string },
): Promise<Product> {
  const [product] = await listOffers(ctx, wish)
  return product ?? catalogRefusals.refuse("catalog.product_missing", { slug: wish.slug })
}
