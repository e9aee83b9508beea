import { eq } from "drizzle-orm"
import { type Context, within } from "#kit/context.ts"
import { announce } from "#kit/events/announce.ts"
import { announceAct } from "./announce-act.ts"
import { invitationSent } from "./events.ts"
import { refuseRoleAbove } from "./held-permissions.ts"
import { INVITATION_LIFE, RESEND_AFTER_SECONDS } from "./invitation.ts"
import { type InvitationView, listOpenInvitations } from "./list-open-invitations.ts"
import { lockInvitation } from "./lock-invitation.ts"
import { memberRefusals } from "./member-errors.ts"
import { invitations } from "./member-tables.ts"

/** Mails it once more, with another week; the links of earlier mails end. */
export async function resendInvitation(ctx: Context, id: string): Promise<InvitationView> {
  const row = await lockInvitation(ctx, within(ctx.actor), id)
  refuseRoleAbove(ctx.actor, row.accountId, row.role)
  const now = ctx.clock.now()
  const waited = Math.floor(row.sentAt.until(now).total("seconds"))
  if (waited < RESEND_AFTER_SECONDS) {
    const seconds = RESEND_AFTER_SECONDS - waited
    memberRefusals.refuse("identity.invited_just_now", { seconds }, { retryAfterSeconds: seconds })
  }
  await ctx.db
    .update(invitations)
    .set({ sendings: row.sendings + 1, sentAt: now, expiresAt: now.add(INVITATION_LIFE) })
    .where(eq(invitations.id, id))
  await announce(ctx, invitationSent, { invitationId: id })
  await announceAct(ctx, {
    act: "identity.invitation-resent",
    subjectId: id,
    accountId: row.accountId,
    after: { email: row.email, sendings: row.sendings + 1 },
  })
  const [view] = await listOpenInvitations(ctx, row.accountId, id)
  return view ?? memberRefusals.refuse("identity.invitation_missing", { id })
}
