import { actorId, type Context, within } from "#kit/context.ts"
import { endMembership } from "./end-membership.ts"
import { refuseRoleAbove } from "./held-permissions.ts"
import { lockMember } from "./lock-member.ts"
import { memberRefusals } from "./member-errors.ts"

/** Somebody else's membership. Their sign-in stays theirs; it only reaches this account no more. */
export async function removeMember(ctx: Context, id: string): Promise<{ id: string }> {
  const row = await lockMember(ctx, within(ctx.actor), id)
  if (row.personId === actorId(ctx.actor)) memberRefusals.refuse("identity.role_of_your_own")
  if (row.role === "owner") memberRefusals.refuse("identity.last_owner")
  refuseRoleAbove(ctx.actor, row.accountId, row.role)
  await endMembership(ctx, row, "identity.member-removed")
  return { id }
}
