import { and, eq } from "drizzle-orm"
import { actorId, type Context, within } from "#kit/context.ts"
import { endMembership } from "./end-membership.ts"
import { lockAccount } from "./lock-account.ts"
import { memberRefusals } from "./member-errors.ts"
import { members } from "./tables.ts"

/** One's own membership. The last owner stays until somebody else is one. */
export async function leaveAccount(ctx: Context, accountId: string): Promise<{ id: string }> {
  const account = await lockAccount(ctx, within(ctx.actor), accountId)
  const [row] = await ctx.db
    .select()
    .from(members)
    .where(and(eq(members.accountId, account.id), eq(members.personId, actorId(ctx.actor))))
    .limit(1)
  if (!row) return memberRefusals.refuse("identity.member_missing", { accountId })
  await endMembership(ctx, row, "identity.member-left")
  return { id: account.id }
}
