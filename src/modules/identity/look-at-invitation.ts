import { eq } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import type { Keyring } from "#kit/secrets.ts"
import { findInvitation } from "./find-invitation.ts"
import { getInvitationLetter } from "./get-invitation-letter.ts"
import { isInvitationOver } from "./invitation.ts"
import { memberRefusals } from "./member-errors.ts"
import { people } from "./tables.ts"

/** What the page says before somebody accepts. The invited address isn't on it: whoever got the mail knows it. */
export async function lookAtInvitation(ctx: Context, keyring: Keyring, token: string) {
  const row = await findInvitation(ctx, keyring, token)
  if (!row || isInvitationOver(row, ctx.clock.now())) {
    return memberRefusals.refuse("identity.invitation_over")
  }
  const letter = await getInvitationLetter(ctx, keyring, row.id)
  const { actor } = ctx
  const [person] =
    actor.kind === "customer"
      ? await ctx.db
          .select({ email: people.email })
          .from(people)
          .where(eq(people.id, actor.personId))
          .limit(1)
      : []
  return {
    accountName: letter.accountName,
    isForStaff: row.staffRoleId !== null,
    inviterName: letter.inviterName,
    role: row.role,
    expiresAt: row.expiresAt.toString(),
    isYours: person?.email === row.email,
  }
}
