import { eq } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { tenants } from "./tables.ts"

/** Whether the caller's tenant is the company that runs this installation. */
export async function isRootTenant(ctx: Context): Promise<boolean> {
  const [row] = await ctx.db
    .select({ isRoot: tenants.isRoot })
    .from(tenants)
    .where(eq(tenants.id, ctx.tenant))
    .limit(1)
  return row?.isRoot ?? false
}
