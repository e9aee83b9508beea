import type { Context } from "#kit/context.ts"
import type { Currency } from "#kit/money.ts"
import { getSettings } from "#tenancy"
import { listProducts, type Product } from "./queries.ts"

export interface OfferWish {
  /** A currency the shop doesn't sell in becomes its own first one. */
  readonly currency?: Currency | undefined
  readonly slug?: string | undefined
}

/** What is for sale, with prices in the wanted currency. */
export async function listOffers(ctx: Context, wish: OfferWish): Promise<Product[]> {
  const settings = await getSettings(ctx)
  const currency = settings.currencies.find((code) => code === wish.currency) ?? settings.defaultCurrency
  return listProducts(ctx, { kind: "all" }, { currency, slug: wish.slug })
}
