import { permit } from "#kit/serve/permit.ts"
import { type Answers, answer, answerOnce } from "#kit/serve/serve.ts"
import { brandTenant } from "./brand-tenant.ts"
import type { tenancyContract } from "./contract.ts"
import { createTenant } from "./create-tenant.ts"
import { getTenant } from "./get-tenant.ts"
import { getTenantBrand } from "./get-tenant-brand.ts"
import { inviteOperatorTo } from "./invite-operator-to.ts"
import { listTenantSummaries } from "./list-tenant-summaries.ts"
import { resumeTenant } from "./resume-tenant.ts"
import { saveBrand } from "./save-brand.ts"
import { saveBrandPicture } from "./save-brand-picture.ts"
import { suspendTenant } from "./suspend-tenant.ts"
import type { TenantMeans } from "./tenant-means.ts"

export function answerTenants(means: TenantMeans): Answers<(typeof tenancyContract)["tenants"]> {
  return {
    // They look behind other walls, which takes the one transaction that a GET else does without.
    list: answerOnce(permit("tenancy.tenants.read"), (ctx, page) => listTenantSummaries(ctx, means, page)),
    get: answerOnce(permit("tenancy.tenants.read"), (ctx, { id }) => getTenant(ctx, means, id)),
    create: answer(permit("tenancy.tenants.write"), (ctx, wish) => createTenant(ctx, means, wish)),
    inviteOperator: answer(permit("tenancy.tenants.write"), (ctx, wish) =>
      inviteOperatorTo(ctx, means, wish),
    ),
    brand: answerOnce(permit("tenancy.tenants.read"), (ctx, { id }) => getTenantBrand(ctx, id)),
    saveBrand: answer(permit("tenancy.tenants.write"), (ctx, { id, ...wish }) =>
      brandTenant(ctx, id, (there) => saveBrand(there, wish)),
    ),
    saveBrandPicture: answer(permit("tenancy.tenants.write"), (ctx, { id, kind, content }) =>
      brandTenant(ctx, id, (there) =>
        saveBrandPicture(there, {
          kind,
          content: content === null ? null : new Uint8Array(Buffer.from(content, "base64")),
        }),
      ),
    ),
    suspend: answer(permit("tenancy.tenants.write"), async (ctx, wish) => {
      await suspendTenant(ctx, wish)
      return getTenant(ctx, means, wish.id)
    }),
    resume: answer(permit("tenancy.tenants.write"), async (ctx, { id }) => {
      await resumeTenant(ctx, id)
      return getTenant(ctx, means, id)
    }),
  }
}
