import { and, eq, inArray } from "drizzle-orm"
import type { Context, Reach } from "#kit/context.ts"
import { lockAccount } from "./lock-account.ts"
import { memberRefusals } from "./member-errors.ts"
import { members } from "./tables.ts"

/** The member, and their account's row locked: from here on nobody else changes the team. */
export async function lockMember(
  ctx: Context,
  reach: Reach,
  id: string,
): Promise<typeof members.$inferSelect> {
  const within = reach.kind === "accounts" ? inArray(members.accountId, [...reach.accountIds]) : undefined
  const find = () =>
    ctx.db
      .select()
      .from(members)
      .where(and(eq(members.id, id), within))
      .limit(1)
  const [seen] = await find()
  if (!seen) return memberRefusals.refuse("identity.member_missing", { id })
  await lockAccount(ctx, reach, seen.accountId)
  // Once more: whoever held the account before us may have removed or changed them.
  const [row] = await find()
  return row ?? memberRefusals.refuse("identity.member_missing", { id })
}
