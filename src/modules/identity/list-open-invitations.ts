import { and, desc, eq, isNull } from "drizzle-orm"
import type { z } from "zod"
import type { Context } from "#kit/context.ts"
import { isInvitationOver } from "./invitation.ts"
import type { invitationShape } from "./member-contract.ts"
import { invitations } from "./member-tables.ts"
import { people } from "./tables.ts"

export type InvitationView = z.infer<typeof invitationShape>

const MOST_SHOWN = 50

/** Neither accepted nor withdrawn; for who already knows that the account is within reach. */
export async function listOpenInvitations(
  ctx: Context,
  accountId: string,
  id?: string,
): Promise<InvitationView[]> {
  const rows = await ctx.db
    .select({ row: invitations, inviterName: people.name })
    .from(invitations)
    .innerJoin(people, and(eq(people.tenantId, invitations.tenantId), eq(people.id, invitations.invitedBy)))
    .where(
      and(
        eq(invitations.accountId, accountId),
        id ? eq(invitations.id, id) : and(isNull(invitations.acceptedAt), isNull(invitations.withdrawnAt)),
      ),
    )
    .orderBy(desc(invitations.createdAt), desc(invitations.id))
    .limit(MOST_SHOWN)
  return rows.map(({ row, inviterName }) => ({
    id: row.id,
    email: row.email,
    role: row.role,
    services: [...row.services],
    invitedBy: inviterName,
    sentAt: row.sentAt.toString(),
    expiresAt: row.expiresAt.toString(),
    isOver: isInvitationOver(row, ctx.clock.now()),
  }))
}
