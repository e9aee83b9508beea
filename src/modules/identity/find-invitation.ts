import { and, eq } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import type { Keyring } from "#kit/secrets.ts"
import { readInvitationToken } from "./invitation.ts"
import { invitations } from "./member-tables.ts"

/** By the link of its last mail; a made-up link, or one that another mail has replaced, finds nothing. */
export async function findInvitation(
  ctx: Context,
  keyring: Keyring,
  token: string,
): Promise<typeof invitations.$inferSelect | undefined> {
  const place = readInvitationToken(keyring, token, ctx.tenant)
  if (!place) return undefined
  const [row] = await ctx.db
    .select()
    .from(invitations)
    .where(and(eq(invitations.id, place.id), eq(invitations.sendings, place.sendings)))
    .limit(1)
  return row
}
