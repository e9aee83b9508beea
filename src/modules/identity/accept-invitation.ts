import { eq } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import type { Keyring } from "#kit/secrets.ts"
import { requestRefusals } from "#kit/serve/errors.ts"
import { announceAct } from "./announce-act.ts"
import { isInvitationOver } from "./invitation.ts"
import { lockFoundInvitation } from "./lock-found-invitation.ts"
import { memberRefusals } from "./member-errors.ts"
import { invitations, serviceGrants } from "./member-tables.ts"
import { staffRefusals } from "./staff-errors.ts"
import { members, people, staff } from "./tables.ts"
import { tellSessionNews } from "./tell-session-news.ts"

/**
 * Two proofs together: the link, and a sign-in with the address it was mailed to. Either alone is worth nothing, so a
 * forwarded or stolen mail lets nobody in. A key can't accept: it acts for one account and this is about another.
 */
export async function acceptInvitation(
  ctx: Context,
  keyring: Keyring,
  token: string,
): Promise<{ accountId: string | null }> {
  const { actor } = ctx
  if (actor.kind === "visitor" || actor.kind === "buyer") requestRefusals.refuse("request.sign_in_needed")
  const row = await lockFoundInvitation(ctx, keyring, token)
  if (!row || isInvitationOver(row, ctx.clock.now())) {
    return memberRefusals.refuse("identity.invitation_over")
  }
  if (actor.kind !== "customer" || actor.apiKeyId !== undefined) {
    return memberRefusals.refuse("identity.invitation_not_yours")
  }
  const { personId } = actor
  const [person] = await ctx.db
    .select({ email: people.email })
    .from(people)
    .where(eq(people.id, personId))
    .limit(1)
  if (person?.email !== row.email) memberRefusals.refuse("identity.invitation_not_yours")
  if (row.staffRoleId !== null) await joinStaff(ctx, { personId, roleId: row.staffRoleId, invitation: row })
  if (row.accountId !== null) await joinAccount(ctx, { personId, accountId: row.accountId, invitation: row })
  await ctx.db.update(invitations).set({ acceptedAt: ctx.clock.now() }).where(eq(invitations.id, row.id))
  await tellSessionNews(ctx, personId)
  return { accountId: row.accountId }
}

type Invitation = typeof invitations.$inferSelect

async function joinAccount(
  ctx: Context,
  { personId, accountId, invitation }: { personId: string; accountId: string; invitation: Invitation },
): Promise<void> {
  const { services, invitedBy } = invitation
  // Who comes first to an account that nobody acts for (an imported one) owns it: an account keeps an owner.
  const isFirst = (await ctx.db.$count(members, eq(members.accountId, accountId))) === 0
  const role = isFirst ? "owner" : invitation.role
  const memberId = ctx.newId("mem")
  const made = await ctx.db
    .insert(members)
    .values({ id: memberId, personId, accountId, role, createdAt: ctx.clock.now() })
    .onConflictDoNothing()
    .returning({ id: members.id })
  if (made.length === 0) memberRefusals.refuse("identity.member_already")
  if (services.length > 0) {
    await ctx.db
      .insert(serviceGrants)
      .values(services.map((grant) => ({ id: ctx.newId("grt"), memberId, ...grant })))
  }
  const after = { personId, role, services, invitedBy }
  await announceAct(ctx, { act: "identity.member-joined", subjectId: memberId, accountId, after })
}

async function joinStaff(
  ctx: Context,
  { personId, roleId, invitation }: { personId: string; roleId: string; invitation: Invitation },
): Promise<void> {
  const id = ctx.newId("stf")
  const made = await ctx.db
    .insert(staff)
    .values({ id, personId, roleId, createdAt: ctx.clock.now() })
    .onConflictDoNothing()
    .returning({ id: staff.id })
  if (made.length === 0) staffRefusals.refuse("identity.staff_already")
  const after = { personId, roleId, invitedBy: invitation.invitedBy }
  await announceAct(ctx, { act: "identity.staff-joined", subjectId: id, after })
}
