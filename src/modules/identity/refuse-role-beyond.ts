import type { Context } from "#kit/context.ts"
import { listStaffRoles } from "./list-staff-roles.ts"
import { staffRefusals } from "./staff-errors.ts"

/** A role that holds what the caller doesn't is not theirs to give or take. */
export async function refuseRoleBeyond(ctx: Context, roleId: string): Promise<void> {
  const [role] = await listStaffRoles(ctx, roleId)
  if (!role) staffRefusals.refuse("identity.staff_role_missing", { id: roleId }, { field: "roleId" })
  const permission = role?.permissions.find((one) => !ctx.actor.permissions.has(one))
  if (permission) staffRefusals.refuse("identity.permission_not_yours", { permission }, { field: "roleId" })
}
