import { permit, permitEveryone } from "#kit/serve/permit.ts"
import { answer, serve } from "#kit/serve/serve.ts"
import { tenancyContract } from "./contract.ts"
import { getSettings } from "./get-settings.ts"
import { getStanding } from "./get-standing.ts"
import { describeShop } from "./settings.ts"
import type { TenantMeans } from "./tenant-means.ts"
import { answerTenants } from "./tenants-router.ts"

export function createTenancyRouter(means: TenantMeans) {
  return serve(tenancyContract, {
    shop: {
      get: answer(permitEveryone("the shop window is public"), async (ctx) =>
        describeShop(await getSettings(ctx)),
      ),
    },
    standing: { get: answer(permit("tenancy.settings.read"), (ctx) => getStanding(ctx)) },
    tenants: answerTenants(means),
  })
}
