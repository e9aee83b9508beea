import { and, eq, gt, inArray, isNull } from "drizzle-orm"
import type { Context, Reach } from "#kit/context.ts"
import { lockAccount } from "./lock-account.ts"
import { memberRefusals } from "./member-errors.ts"
import { ownershipOffers } from "./member-tables.ts"

/** An offer nobody has answered yet, and its account's row locked. */
export async function lockOffer(
  ctx: Context,
  reach: Reach,
  id: string,
): Promise<typeof ownershipOffers.$inferSelect> {
  const within =
    reach.kind === "accounts" ? inArray(ownershipOffers.accountId, [...reach.accountIds]) : undefined
  const [row] = await ctx.db
    .select()
    .from(ownershipOffers)
    .where(
      and(
        eq(ownershipOffers.id, id),
        isNull(ownershipOffers.acceptedAt),
        isNull(ownershipOffers.withdrawnAt),
        gt(ownershipOffers.expiresAt, ctx.clock.now()),
        within,
      ),
    )
    .limit(1)
    .for("update")
  if (!row) return memberRefusals.refuse("identity.offer_missing", { id })
  await lockAccount(ctx, reach, row.accountId)
  return row
}
