import type { Context } from "#kit/context.ts"
import { actOnTenant } from "./act-on-tenant.ts"
import { getSettings } from "./get-settings.ts"
import type { TenantMeans } from "./tenant-means.ts"

/** Where the first invitation got lost, or the only operator has left: the root company asks somebody in by mail. */
export async function inviteOperatorTo(
  ctx: Context,
  means: TenantMeans,
  { id, email }: { readonly id: string; readonly email: string },
): Promise<{ id: string }> {
  const change = { act: "tenancy.operator-invited", subjectId: id, after: { email } }
  return actOnTenant(ctx, change, async (there) => {
    const { defaultLanguage } = await getSettings(there)
    return means.inviteOperator(there, { email, language: defaultLanguage })
  })
}
