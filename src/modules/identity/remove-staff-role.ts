import { and, eq, isNull } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { announceAct } from "./announce-act.ts"
import { listStaffRoles } from "./list-staff-roles.ts"
import { invitations } from "./member-tables.ts"
import { staffRefusals } from "./staff-errors.ts"
import { staffRoles } from "./tables.ts"

export async function removeStaffRole(ctx: Context, id: string): Promise<{ id: string }> {
  const [role] = await listStaffRoles(ctx, id)
  if (!role) return staffRefusals.refuse("identity.staff_role_missing", { id })
  if (role.isBuiltIn) staffRefusals.refuse("identity.staff_role_built_in")
  // Old invitations name it as well, and what they said must stay readable: then it stays, unused.
  const named = await ctx.db.$count(invitations, eq(invitations.staffRoleId, id))
  const open = await ctx.db.$count(
    invitations,
    and(eq(invitations.staffRoleId, id), isNull(invitations.acceptedAt), isNull(invitations.withdrawnAt)),
  )
  if (role.people > 0 || open > 0 || named > 0) staffRefusals.refuse("identity.staff_role_in_use")
  await ctx.db.delete(staffRoles).where(eq(staffRoles.id, id))
  await announceAct(ctx, {
    act: "identity.staff-role-removed",
    subjectId: id,
    before: { name: role.name, permissions: role.permissions },
  })
  return { id }
}
