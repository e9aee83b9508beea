import { and, eq, isNull } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { OPERATOR_ROLE } from "./operator-role.ts"
import { staffRefusals } from "./staff-errors.ts"
import { staff } from "./tables.ts"

/** Once this row no longer counts: is there an operator left who can come in? */
export async function refuseLastOperator(ctx: Context, row: typeof staff.$inferSelect): Promise<void> {
  if (row.roleId !== OPERATOR_ROLE || row.suspendedAt !== null) return
  const operators = await ctx.db.$count(
    staff,
    and(eq(staff.roleId, OPERATOR_ROLE), isNull(staff.suspendedAt)),
  )
  if (operators <= 1) staffRefusals.refuse("identity.last_operator")
}
