import { and, desc, eq, isNull } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { isInvitationOver } from "./invitation.ts"
import { invitations } from "./member-tables.ts"
import { staffRoles } from "./tables.ts"

const MOST_SHOWN = 50

/** Who was asked to work here and has not answered. */
export async function listStaffInvitations(ctx: Context) {
  const rows = await ctx.db
    .select({ row: invitations, roleName: staffRoles.name })
    .from(invitations)
    .innerJoin(
      staffRoles,
      and(eq(staffRoles.tenantId, invitations.tenantId), eq(staffRoles.id, invitations.staffRoleId)),
    )
    .where(and(isNull(invitations.acceptedAt), isNull(invitations.withdrawnAt)))
    .orderBy(desc(invitations.createdAt), desc(invitations.id))
    .limit(MOST_SHOWN)
  return rows.map(({ row, roleName }) => ({
    id: row.id,
    email: row.email,
    roleName,
    sentAt: row.sentAt.toString(),
    expiresAt: row.expiresAt.toString(),
    isOver: isInvitationOver(row, ctx.clock.now()),
  }))
}
