import { and, eq, isNotNull, isNull } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { announceAct } from "./announce-act.ts"
import { memberRefusals } from "./member-errors.ts"
import { invitations } from "./member-tables.ts"

export async function withdrawStaffInvitation(ctx: Context, id: string): Promise<{ id: string }> {
  const [row] = await ctx.db
    .update(invitations)
    .set({ withdrawnAt: ctx.clock.now() })
    .where(
      and(
        eq(invitations.id, id),
        isNotNull(invitations.staffRoleId),
        isNull(invitations.acceptedAt),
        isNull(invitations.withdrawnAt),
      ),
    )
    .returning({ email: invitations.email })
  if (!row) return memberRefusals.refuse("identity.invitation_missing", { id })
  await announceAct(ctx, { act: "identity.staff-invitation-withdrawn", subjectId: id, before: row })
  return { id }
}
