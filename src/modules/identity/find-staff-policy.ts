import type { Context } from "#kit/context.ts"
import { type StaffPolicy, strictPolicy } from "./staff-policy.ts"
import { staffPolicies } from "./staff-tables.ts"

export async function findStaffPolicy(ctx: Context): Promise<StaffPolicy> {
  const [row] = await ctx.db.select().from(staffPolicies).limit(1)
  return row ?? strictPolicy
}
