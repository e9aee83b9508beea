import { eq } from "drizzle-orm"
import { type Context, within } from "#kit/context.ts"
import { announceAct } from "./announce-act.ts"
import { type InvitationView, listOpenInvitations } from "./list-open-invitations.ts"
import { lockInvitation } from "./lock-invitation.ts"
import { memberRefusals } from "./member-errors.ts"
import { invitations } from "./member-tables.ts"

/** From now on its link opens nothing. */
export async function withdrawInvitation(ctx: Context, id: string): Promise<InvitationView> {
  const row = await lockInvitation(ctx, within(ctx.actor), id)
  await ctx.db.update(invitations).set({ withdrawnAt: ctx.clock.now() }).where(eq(invitations.id, id))
  await announceAct(ctx, {
    act: "identity.invitation-withdrawn",
    subjectId: id,
    accountId: row.accountId,
    before: { email: row.email, role: row.role },
  })
  const [view] = await listOpenInvitations(ctx, row.accountId, id)
  return view ?? memberRefusals.refuse("identity.invitation_missing", { id })
}
