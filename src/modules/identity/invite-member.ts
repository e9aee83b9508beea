import { and, eq, gt, isNull } from "drizzle-orm"
import { actorId, type Context, within } from "#kit/context.ts"
import { announce } from "#kit/events/announce.ts"
import type { Language } from "#kit/refusal.ts"
import { announceAct } from "./announce-act.ts"
import { invitationSent } from "./events.ts"
import { refuseRoleAbove } from "./held-permissions.ts"
import { INVITATION_LIFE, MOST_OPEN_INVITATIONS } from "./invitation.ts"
import { type InvitationView, listOpenInvitations } from "./list-open-invitations.ts"
import { lockAccount } from "./lock-account.ts"
import { memberRefusals } from "./member-errors.ts"
import type { GivenRole, ServiceGrant } from "./member-role.ts"
import { invitations } from "./member-tables.ts"
import { members, people } from "./tables.ts"

export interface InvitationWish {
  readonly accountId: string
  readonly email: string
  readonly role: GivenRole
  readonly services: readonly ServiceGrant[]
  readonly language?: Language | undefined
}

/** Asks an address into the account. Whether anybody has a sign-in with it is nobody's business but the mailbox's. */
export async function inviteMember(ctx: Context, wish: InvitationWish): Promise<InvitationView> {
  const account = await lockAccount(ctx, within(ctx.actor), wish.accountId)
  refuseRoleAbove(ctx.actor, account.id, wish.role)
  const email = wish.email.trim().toLowerCase()
  await refuseKnown(ctx, account.id, email)
  const id = ctx.newId("ivt")
  const now = ctx.clock.now()
  await ctx.db.insert(invitations).values({
    id,
    accountId: account.id,
    email,
    role: wish.role,
    services: [...wish.services],
    language: wish.language ?? account.language,
    invitedBy: actorId(ctx.actor),
    sendings: 1,
    sentAt: now,
    createdAt: now,
    expiresAt: now.add(INVITATION_LIFE),
  })
  await announce(ctx, invitationSent, { invitationId: id })
  await announceAct(ctx, {
    act: "identity.member-invited",
    subjectId: id,
    accountId: account.id,
    after: { email, role: wish.role, services: wish.services },
  })
  const [made] = await listOpenInvitations(ctx, account.id, id)
  return made ?? memberRefusals.refuse("identity.invitation_missing", { id })
}

async function refuseKnown(ctx: Context, accountId: string, email: string): Promise<void> {
  const known = await ctx.db
    .select({ id: members.id })
    .from(members)
    .innerJoin(people, and(eq(people.tenantId, members.tenantId), eq(people.id, members.personId)))
    .where(and(eq(members.accountId, accountId), eq(people.email, email)))
    .limit(1)
  if (known.length > 0) memberRefusals.refuse("identity.member_already", {}, { field: "email" })
  const open = await ctx.db
    .select({ email: invitations.email })
    .from(invitations)
    .where(
      and(
        eq(invitations.accountId, accountId),
        isNull(invitations.acceptedAt),
        isNull(invitations.withdrawnAt),
        gt(invitations.expiresAt, ctx.clock.now()),
      ),
    )
    .limit(MOST_OPEN_INVITATIONS)
  if (open.some((one) => one.email === email)) {
    memberRefusals.refuse("identity.invitation_open", {}, { field: "email" })
  }
  if (open.length >= MOST_OPEN_INVITATIONS) {
    memberRefusals.refuse("identity.too_many_invitations", { limit: MOST_OPEN_INVITATIONS })
  }
}
