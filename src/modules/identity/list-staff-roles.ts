import { asc, eq, sql } from "drizzle-orm"
import type { z } from "zod"
import type { Context } from "#kit/context.ts"
import { isRootTenant } from "#tenancy"
import { grantablePermissions } from "./permissions.ts"
import type { staffRoleShape } from "./staff-contract.ts"
import { staff, staffRoles } from "./tables.ts"

export type StaffRoleView = z.infer<typeof staffRoleShape>

/** A company has a handful; 100 is a bound, not a page. */
const MOST_ROLES = 100

export async function listStaffRoles(ctx: Context, id?: string): Promise<StaffRoleView[]> {
  const rows = await ctx.db
    .select({ role: staffRoles, people: sql<number>`count(${staff.id})::int` })
    .from(staffRoles)
    .leftJoin(staff, eq(staff.roleId, staffRoles.id))
    .where(id === undefined ? undefined : eq(staffRoles.id, id))
    .groupBy(staffRoles.tenantId, staffRoles.id)
    .orderBy(asc(staffRoles.createdAt), asc(staffRoles.id))
    .limit(MOST_ROLES)
  const all = grantablePermissions(await isRootTenant(ctx))
  return rows.map(({ role, people }) => ({
    id: role.id,
    name: role.name,
    permissions: role.isBuiltIn ? [...all] : [...role.permissions],
    isBuiltIn: role.isBuiltIn,
    people,
  }))
}
