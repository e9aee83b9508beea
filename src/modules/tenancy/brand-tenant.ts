import type { Context } from "#kit/context.ts"
import { actOnTenant } from "./act-on-tenant.ts"
import type { Brand } from "./brand.ts"

/**
 * The root company's hand at another shop's looks, for an operator who asks for help. The shop's own rules hold: what can't be
 * read is refused, and its own audit says what was changed, by whom.
 */
export async function brandTenant(
  ctx: Context,
  id: string,
  save: (there: Context) => Promise<Brand>,
): Promise<Brand> {
  return actOnTenant(ctx, { act: "tenancy.branded", subjectId: id }, save)
}
