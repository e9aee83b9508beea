import { permitEveryone } from "#kit/serve/permit.ts"
import { answer, serve } from "#kit/serve/serve.ts"
import { catalogContract } from "./contract.ts"
import { couponAnswers } from "./coupon-router.ts"
import { getProduct } from "./get-product.ts"
import { listOffers } from "./list-offers.ts"
import { priceConfigured } from "./price-configured.ts"
import { rangeAnswers } from "./range-router.ts"

const shopWindow = permitEveryone("the shop window is public")

export const catalogRouter = serve(catalogContract, {
  range: rangeAnswers,
  coupons: couponAnswers,
  products: {
    list: answer(shopWindow, async (ctx, input) => ({ items: await listOffers(ctx, input) })),
    get: answer(shopWindow, (ctx, input) => getProduct(ctx, input)),
  },
  plans: { price: answer(shopWindow, (ctx, input) => priceConfigured(ctx, input)) },
})
