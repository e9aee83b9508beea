import type { Context } from "#kit/context.ts"
import { findSettings } from "./find-settings.ts"
import type { TenantSettings } from "./settings.ts"

export async function getSettings(ctx: Context): Promise<TenantSettings> {
  const found = await findSettings(ctx)
  if (!found) throw new Error(`Tenant ${ctx.tenant} has no settings: it was never opened.`)
  return found
}
