import { and, eq, isNull } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { staff, staffRoles } from "./tables.ts"

export interface StaffRole {
  readonly id: string
  readonly name: string
  /** May do everything there is. */
  readonly isBuiltIn: boolean
}

/** The role somebody works here in, unless they are suspended. */
export async function findStaffRole(ctx: Context, personId: string): Promise<StaffRole | undefined> {
  const [found] = await ctx.db
    .select({ id: staffRoles.id, name: staffRoles.name, isBuiltIn: staffRoles.isBuiltIn })
    .from(staff)
    .innerJoin(staffRoles, and(eq(staffRoles.tenantId, staff.tenantId), eq(staffRoles.id, staff.roleId)))
    .where(and(eq(staff.personId, personId), isNull(staff.suspendedAt)))
    .limit(1)
  return found
}
