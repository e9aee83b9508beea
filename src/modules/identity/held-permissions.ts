import type { Actor } from "#kit/context.ts"
import { memberRefusals } from "./member-errors.ts"
import type { MemberRole } from "./member-role.ts"
import { permissionsOfMember, staffPermissions } from "./permissions.ts"

/** What somebody may do in one account, in all of it. */
export function permissionsIn(actor: Actor, accountId: string): ReadonlySet<string> {
  if (actor.kind !== "customer" || !actor.grants) return actor.permissions
  const whole = actor.grants.filter((one) => one.accountId === accountId && one.serviceIds === null)
  return new Set(whole.flatMap((one) => [...one.permissions]))
}

/** Nobody hands on more than they hold: a key with few scopes, or staff with few rights, makes no administrators. */
export function refuseRoleAbove(actor: Actor, accountId: string, role: MemberRole): void {
  const held = permissionsIn(actor, accountId)
  const given = permissionsOfMember(role).filter((permission) => staffPermissions.includes(permission))
  const missing = given.find((permission) => !held.has(permission))
  if (missing && actor.kind !== "system") {
    memberRefusals.refuse(
      "identity.role_above_yours",
      { role },
      { field: "role", because: `lacks ${missing}` },
    )
  }
}
