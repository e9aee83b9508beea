import { permit, permitEveryone } from "#kit/serve/permit.ts"
import { answer, serve } from "#kit/serve/serve.ts"
import { writeThemeCss } from "#kit/theme.ts"
import { plainBrand } from "./brand.ts"
import { tenancyContract } from "./contract.ts"
import { getBrandPicture } from "./get-brand-picture.ts"
import { getSettings } from "./get-settings.ts"
import { getStanding } from "./get-standing.ts"
import { saveBrand } from "./save-brand.ts"
import { saveBrandPicture } from "./save-brand-picture.ts"
import { saveSeller } from "./save-seller.ts"
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
    seller: { save: answer(permit("tenancy.settings.write"), (ctx, wish) => saveSeller(ctx, wish)) },
    brand: {
      get: answer(
        permit("tenancy.settings.read"),
        async (ctx) => (await getSettings(ctx)).brand ?? plainBrand,
      ),
      css: answer(permitEveryone("every page is drawn with it"), async (ctx) => {
        const { brand } = await getSettings(ctx)
        return { css: brand?.theme ? writeThemeCss(brand.theme) : "" }
      }),
      picture: answer(permitEveryone("every page and mail shows it"), (ctx, { kind }) =>
        getBrandPicture(ctx, kind),
      ),
      save: answer(permit("tenancy.settings.write"), (ctx, wish) => saveBrand(ctx, wish)),
      savePicture: answer(permit("tenancy.settings.write"), (ctx, { kind, content }) =>
        saveBrandPicture(ctx, { kind, content: new Uint8Array(Buffer.from(content, "base64")) }),
      ),
      removePicture: answer(permit("tenancy.settings.write"), (ctx, { kind }) =>
        saveBrandPicture(ctx, { kind, content: null }),
      ),
    },
    tenants: answerTenants(means),
  })
}
