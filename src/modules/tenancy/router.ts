import { permitEveryone } from "#kit/serve/permit.ts"
import { answer, serve } from "#kit/serve/serve.ts"
import { tenancyContract } from "./contract.ts"
import { describeShop, getSettings } from "./settings.ts"

export const tenancyRouter = serve(tenancyContract, {
  shop: {
    get: answer(permitEveryone("the shop window is public"), async (ctx) =>
      describeShop(await getSettings(ctx)),
    ),
  },
})
