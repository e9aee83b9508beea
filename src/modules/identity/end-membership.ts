import { and, eq, isNull } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { announceAct } from "./announce-act.ts"
import { memberRefusals } from "./member-errors.ts"
import { ownershipOffers } from "./member-tables.ts"
import { members } from "./tables.ts"
import { tellSessionNews } from "./tell-session-news.ts"

/** With it end the keys they made for the account and an offer of it to them. The account's row is locked already. */
export async function endMembership(
  ctx: Context,
  row: typeof members.$inferSelect,
  act: "identity.member-removed" | "identity.member-left",
): Promise<void> {
  const { id, accountId, personId, role } = row
  if (role === "owner") {
    const owners = await ctx.db.$count(
      members,
      and(eq(members.accountId, accountId), eq(members.role, "owner")),
    )
    if (owners <= 1) memberRefusals.refuse("identity.last_owner")
  }
  await ctx.db.delete(members).where(eq(members.id, id))
  await ctx.db
    .update(ownershipOffers)
    .set({ withdrawnAt: ctx.clock.now() })
    .where(
      and(
        eq(ownershipOffers.accountId, accountId),
        eq(ownershipOffers.toPersonId, personId),
        isNull(ownershipOffers.acceptedAt),
        isNull(ownershipOffers.withdrawnAt),
      ),
    )
  await tellSessionNews(ctx, personId)
  await announceAct(ctx, { act, subjectId: id, accountId, before: { personId, role } })
}
