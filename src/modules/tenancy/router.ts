import { permitEveryone } from "#kit/serve/permit.ts"
import { answer, serve } from "#kit/serve/serve.ts"
import { tenancyContract } from "./contract.ts"
import { getSettings } from "./get-settings.ts"
import { describeShop } from "./settings.ts"

export const tenancyRouter = serve(tenancyContract, {
  shop: {
    get: answer(permitEveryone("the shop window is public"), async (ctx) =>
      describeShop(await getSettings(ctx)),
    ),
  },
})
