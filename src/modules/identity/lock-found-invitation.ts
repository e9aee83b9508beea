import { and, eq } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import type { Keyring } from "#kit/secrets.ts"
import { findInvitation } from "./find-invitation.ts"
import { invitations } from "./member-tables.ts"

/** For who acts on a link. Looking at it is a read, which can't lock; a mail sent in between makes this one stale. */
export async function lockFoundInvitation(
  ctx: Context,
  keyring: Keyring,
  token: string,
): Promise<typeof invitations.$inferSelect | undefined> {
  const found = await findInvitation(ctx, keyring, token)
  if (!found) return undefined
  const [row] = await ctx.db
    .select()
    .from(invitations)
    .where(and(eq(invitations.id, found.id), eq(invitations.sendings, found.sendings)))
    .limit(1)
    .for("update")
  return row
}
