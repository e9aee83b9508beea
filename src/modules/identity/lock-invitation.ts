import { and, eq, inArray, isNotNull, isNull } from "drizzle-orm"
import type { Context, Reach } from "#kit/context.ts"
import { memberRefusals } from "./member-errors.ts"
import { invitations } from "./member-tables.ts"

/** One that was neither accepted nor withdrawn, of an account within reach. */
export async function lockInvitation(
  ctx: Context,
  reach: Reach,
  id: string,
): Promise<typeof invitations.$inferSelect & { accountId: string }> {
  const within = reach.kind === "accounts" ? inArray(invitations.accountId, [...reach.accountIds]) : undefined
  const [row] = await ctx.db
    .select()
    .from(invitations)
    .where(
      and(
        eq(invitations.id, id),
        isNull(invitations.acceptedAt),
        isNull(invitations.withdrawnAt),
        isNotNull(invitations.accountId),
        within,
      ),
    )
    .limit(1)
    .for("update")
  if (!row?.accountId) return memberRefusals.refuse("identity.invitation_missing", { id })
  return { ...row, accountId: row.accountId }
}
