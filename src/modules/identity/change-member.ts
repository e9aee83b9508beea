import { eq } from "drizzle-orm"
import { actorId, type Context, within } from "#kit/context.ts"
import { announceAct } from "./announce-act.ts"
import { refuseRoleAbove } from "./held-permissions.ts"
import { listMembers, type MemberView } from "./list-members.ts"
import { lockMember } from "./lock-member.ts"
import { memberRefusals } from "./member-errors.ts"
import type { GivenRole, ServiceGrant } from "./member-role.ts"
import { serviceGrants } from "./member-tables.ts"
import { members } from "./tables.ts"
import { tellSessionNews } from "./tell-session-news.ts"

export interface MemberChange {
  readonly id: string
  readonly role: GivenRole
  readonly services: readonly ServiceGrant[]
}

/** Another role, or other single services. An owner's role changes only by handing the account over. */
export async function changeMember(ctx: Context, change: MemberChange): Promise<MemberView> {
  const row = await lockMember(ctx, within(ctx.actor), change.id)
  if (row.personId === actorId(ctx.actor)) memberRefusals.refuse("identity.role_of_your_own")
  if (row.role === "owner") memberRefusals.refuse("identity.last_owner", {}, { field: "role" })
  refuseRoleAbove(ctx.actor, row.accountId, change.role)
  refuseRoleAbove(ctx.actor, row.accountId, row.role)
  const place = { accountId: row.accountId, memberId: row.id }
  const [before] = await listMembers(ctx, place)
  await ctx.db.update(members).set({ role: change.role }).where(eq(members.id, row.id))
  await ctx.db.delete(serviceGrants).where(eq(serviceGrants.memberId, row.id))
  const grants = [...new Map(change.services.map((one) => [one.serviceId, one])).values()]
  if (grants.length > 0) {
    await ctx.db
      .insert(serviceGrants)
      .values(grants.map((grant) => ({ id: ctx.newId("grt"), memberId: row.id, ...grant })))
  }
  await tellSessionNews(ctx, row.personId)
  await announceAct(ctx, {
    act: "identity.member-changed",
    subjectId: row.id,
    accountId: row.accountId,
    before: { role: row.role, services: before?.services ?? [] },
    after: { role: change.role, services: grants },
  })
  const [after] = await listMembers(ctx, place)
  return after ?? memberRefusals.refuse("identity.member_missing", { id: row.id })
}
