import { and, eq, ne } from "drizzle-orm"
import type { Actor, Context } from "#kit/context.ts"
import { announceAct } from "./announce-act.ts"
import { listStaffRoles, type StaffRoleView } from "./list-staff-roles.ts"
import { staffPermissions } from "./permissions.ts"
import { staffRefusals } from "./staff-errors.ts"
import { staff, staffRoles } from "./tables.ts"
import { tellSessionNews } from "./tell-session-news.ts"

export interface StaffRoleWish {
  /** Absent for a role that is made. */
  readonly id?: string
  readonly name: string
  readonly permissions: readonly string[]
}

/** Makes a role or changes one. Nobody puts into it, or takes out of it, what they don't hold themselves. */
export async function saveStaffRole(ctx: Context, wish: StaffRoleWish): Promise<StaffRoleView> {
  const [before] = wish.id === undefined ? [] : await listStaffRoles(ctx, wish.id)
  if (wish.id !== undefined && !before) staffRefusals.refuse("identity.staff_role_missing", { id: wish.id })
  if (before?.isBuiltIn) staffRefusals.refuse("identity.staff_role_built_in")
  const wanted = new Set(wish.permissions)
  refuseForeign(ctx.actor, wanted.symmetricDifference(new Set(before?.permissions ?? [])))
  const id = wish.id ?? ctx.newId("srl")
  const twins = await ctx.db.$count(staffRoles, and(eq(staffRoles.name, wish.name), ne(staffRoles.id, id)))
  if (twins > 0) staffRefusals.refuse("identity.staff_role_taken", {}, { field: "name" })
  const row = { name: wish.name, permissions: [...wanted].sort() }
  if (before) await ctx.db.update(staffRoles).set(row).where(eq(staffRoles.id, id))
  else {
    await ctx.db.insert(staffRoles).values({ id, ...row, isBuiltIn: false, createdAt: ctx.clock.now() })
  }
  await forgetHolders(ctx, id)
  await announceAct(ctx, {
    act: before ? "identity.staff-role-changed" : "identity.staff-role-created",
    subjectId: id,
    before: before ? { name: before.name, permissions: before.permissions } : null,
    after: row,
  })
  const [view] = await listStaffRoles(ctx, id)
  return view ?? staffRefusals.refuse("identity.staff_role_missing", { id })
}

function refuseForeign(actor: Actor, changed: ReadonlySet<string>): void {
  const known: readonly string[] = staffPermissions
  for (const permission of changed) {
    if (known.includes(permission) && actor.permissions.has(permission)) continue
    staffRefusals.refuse("identity.permission_not_yours", { permission }, { field: "permissions" })
  }
}

async function forgetHolders(ctx: Context, roleId: string): Promise<void> {
  const holders = await ctx.db
    .select({ personId: staff.personId })
    .from(staff)
    .where(eq(staff.roleId, roleId))
    .limit(500)
  for (const { personId } of holders) await tellSessionNews(ctx, personId)
}
