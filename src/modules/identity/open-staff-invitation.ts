import { and, eq, gt, isNotNull, isNull } from "drizzle-orm"
import { actorId, type Context } from "#kit/context.ts"
import { announce } from "#kit/events/announce.ts"
import type { Language } from "#kit/refusal.ts"
import { announceAct } from "./announce-act.ts"
import { invitationSent } from "./events.ts"
import { INVITATION_LIFE, MOST_OPEN_INVITATIONS } from "./invitation.ts"
import { memberRefusals } from "./member-errors.ts"
import { invitations } from "./member-tables.ts"
import { staffRefusals } from "./staff-errors.ts"
import { people, staff } from "./tables.ts"

export interface StaffInvitationWish {
  readonly email: string
  readonly roleId: string
  readonly language?: Language | undefined
}

/** Whoever calls has seen that the role is theirs to give. */
export async function openStaffInvitation(ctx: Context, wish: StaffInvitationWish): Promise<{ id: string }> {
  const email = wish.email.trim().toLowerCase()
  await refuseKnown(ctx, email)
  const id = ctx.newId("ivt")
  const now = ctx.clock.now()
  await ctx.db.insert(invitations).values({
    id,
    staffRoleId: wish.roleId,
    email,
    role: "viewer",
    services: [],
    language: wish.language ?? ctx.language,
    invitedBy: ctx.actor.kind === "system" ? null : actorId(ctx.actor),
    sendings: 1,
    sentAt: now,
    createdAt: now,
    expiresAt: now.add(INVITATION_LIFE),
  })
  await announce(ctx, invitationSent, { invitationId: id })
  await announceAct(ctx, {
    act: "identity.staff-invited",
    subjectId: id,
    after: { email, roleId: wish.roleId },
  })
  return { id }
}

async function refuseKnown(ctx: Context, email: string): Promise<void> {
  const known = await ctx.db
    .select({ id: staff.id })
    .from(staff)
    .innerJoin(people, and(eq(people.tenantId, staff.tenantId), eq(people.id, staff.personId)))
    .where(eq(people.email, email))
    .limit(1)
  if (known.length > 0) staffRefusals.refuse("identity.staff_already", {}, { field: "email" })
  const open = await ctx.db
    .select({ email: invitations.email })
    .from(invitations)
    .where(
      and(
        isNotNull(invitations.staffRoleId),
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
