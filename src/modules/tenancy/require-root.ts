import type { Context } from "#kit/context.ts"
import { requestRefusals } from "#kit/serve/errors.ts"
import { isRootTenant } from "./is-root-tenant.ts"

/** Besides the permission, which only the root's staff can hold: a mistake in either alone opens nothing. */
export async function requireRoot(ctx: Context): Promise<void> {
  if (await isRootTenant(ctx)) return
  requestRefusals.refuse("request.not_allowed", {}, { because: `${ctx.tenant} is not the root` })
}
