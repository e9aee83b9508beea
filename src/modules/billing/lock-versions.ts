import { asc } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { type DueOf, isDueOf, MOST_DUE_AT_ONCE } from "./due-subscriptions.ts"
import { type SeenVersion, version } from "./seen-subscription.ts"
import { subscriptions } from "./subscription-tables.ts"

/** Holds what is due of these accounts until the transaction ends; gives of each only which version it is. */
export async function lockVersions(ctx: Context, of: DueOf): Promise<SeenVersion[]> {
  return ctx.db
    .select({ id: subscriptions.id, version })
    .from(subscriptions)
    .where(isDueOf(of))
    .orderBy(asc(subscriptions.id))
    .limit(MOST_DUE_AT_ONCE)
    .for("update")
}
