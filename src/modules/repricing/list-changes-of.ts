import { and, asc, eq } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import type { ChangeState } from "./price-change.ts"
import { priceChangeItems, priceChanges } from "./tables.ts"

/** Nobody has been part of more. */
const MOST_OF_ONE = 500

/** The changes in this state that one customer is part of, the oldest first. */
export async function listChangesOf(
  ctx: Context,
  { accountId, state }: { readonly accountId: string; readonly state: ChangeState },
): Promise<string[]> {
  const rows = await ctx.db
    .selectDistinct({ id: priceChanges.id })
    .from(priceChangeItems)
    .innerJoin(
      priceChanges,
      and(
        eq(priceChanges.tenantId, priceChangeItems.tenantId),
        eq(priceChanges.id, priceChangeItems.changeId),
      ),
    )
    .where(and(eq(priceChangeItems.accountId, accountId), eq(priceChanges.state, state)))
    .orderBy(asc(priceChanges.id))
    .limit(MOST_OF_ONE)
  return rows.map(({ id }) => id)
}
