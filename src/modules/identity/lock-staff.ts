import { eq } from "drizzle-orm"
import { actorId, type Context } from "#kit/context.ts"
import { OPERATOR_ROLE } from "./operator-role.ts"
import { refuseRoleBeyond } from "./refuse-role-beyond.ts"
import { staffRefusals } from "./staff-errors.ts"
import { staff, staffRoles } from "./tables.ts"

/**
 * Somebody else among the staff, about to lose or get something. Changes take turns on the built-in role's own row, so
 * that two operators can't suspend each other at once. Nobody touches who may do more than they may themselves.
 */
export async function lockStaff(ctx: Context, id: string): Promise<typeof staff.$inferSelect> {
  await ctx.db
    .select({ id: staffRoles.id })
    .from(staffRoles)
    .where(eq(staffRoles.id, OPERATOR_ROLE))
    .limit(1)
    .for("update")
  const [row] = await ctx.db.select().from(staff).where(eq(staff.id, id)).limit(1)
  if (!row) return staffRefusals.refuse("identity.staff_missing", { id })
  if (row.personId === actorId(ctx.actor)) staffRefusals.refuse("identity.staff_yourself")
  await refuseRoleBeyond(ctx, row.roleId)
  return row
}
