import { and, asc, eq } from "drizzle-orm"
import type { z } from "zod"
import { actorId, type Context } from "#kit/context.ts"
import { listSecondFactors } from "./list-second-factors.ts"
import type { staffShape } from "./staff-contract.ts"
import { people, staff, staffRoles } from "./tables.ts"

export type StaffView = z.infer<typeof staffShape>

/** Tens of people; 200 is a bound, not a page. */
const MOST_STAFF = 200

export async function listStaff(ctx: Context, id?: string): Promise<StaffView[]> {
  const rows = await ctx.db
    .select({ row: staff, name: people.name, email: people.email, roleName: staffRoles.name })
    .from(staff)
    .innerJoin(people, and(eq(people.tenantId, staff.tenantId), eq(people.id, staff.personId)))
    .innerJoin(staffRoles, and(eq(staffRoles.tenantId, staff.tenantId), eq(staffRoles.id, staff.roleId)))
    .where(id === undefined ? undefined : eq(staff.id, id))
    .orderBy(asc(people.name), asc(staff.id))
    .limit(MOST_STAFF)
  const secured = await listSecondFactors(
    ctx,
    rows.map(({ row }) => row.personId),
  )
  const you = actorId(ctx.actor)
  return rows.map(({ row, name, email, roleName }) => ({
    id: row.id,
    personId: row.personId,
    name,
    email,
    roleId: row.roleId,
    roleName,
    since: row.createdAt.toString(),
    suspendedAt: row.suspendedAt?.toString() ?? null,
    hasSecondFactor: secured.has(row.personId),
    isYou: row.personId === you,
  }))
}
