import { eq } from "drizzle-orm"
import { inOtherTenant } from "#kit/across-tenants.ts"
import type { Context } from "#kit/context.ts"
import { announceChange, type TenancyChange } from "./announce-change.ts"
import { tenancyRefusals } from "./errors.ts"
import { requireRoot } from "./require-root.ts"
import { tenants } from "./tables.ts"

/**
 * The root company's hand in another tenant: the only way from one tenant's context into another's that a caller
 * outside can set off. Written into the audit on both sides.
 */
export async function actOnTenant<Result>(
  ctx: Context,
  change: TenancyChange,
  body: (there: Context) => Promise<Result>,
): Promise<Result> {
  const id = change.subjectId
  await requireRoot(ctx)
  const known = await ctx.db.select({ id: tenants.id }).from(tenants).where(eq(tenants.id, id)).limit(1)
  if (known.length === 0) tenancyRefusals.refuse("tenancy.tenant_missing")
  const result = await inOtherTenant(ctx, id, async (there) => {
    const made = await body(there)
    await announceChange(there, change)
    return made
  })
  await announceChange(ctx, change)
  return result
}
