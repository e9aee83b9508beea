import type { Context } from "#kit/context.ts"
import { OPERATOR_ROLE } from "./operator-role.ts"
import { staffRoles } from "./tables.ts"

export async function ensureOperatorRole(ctx: Context): Promise<string> {
  await ctx.db
    .insert(staffRoles)
    .values({
      id: OPERATOR_ROLE,
      name: "Operator",
      permissions: [],
      isBuiltIn: true,
      createdAt: ctx.clock.now(),
    })
    .onConflictDoNothing()
  return OPERATOR_ROLE
}
