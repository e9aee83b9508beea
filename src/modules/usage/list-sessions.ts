import { and, eq } from "drizzle-orm"
import { getSubscription } from "#billing"
import type { Context, Reach } from "#kit/context.ts"
import { keysetOf } from "#kit/keyset.ts"
import { cutPage, type Page } from "#kit/paging.ts"
import type { UseSession } from "./session.ts"
import { sessions } from "./tables.ts"

/** Of one agreement that the caller may see, by when they started. */
export async function listSessions(
  ctx: Context,
  reach: Reach,
  { id, limit, after }: { readonly id: string; readonly limit: number; readonly after?: string | undefined },
): Promise<Page<UseSession>> {
  const subscription = await getSubscription(ctx, reach, id)
  const keyset = keysetOf({ after }, sessions.startedAt, sessions.id)
  const rows = await ctx.db
    .select()
    .from(sessions)
    .where(and(eq(sessions.subscriptionId, subscription.id), keyset.after))
    .orderBy(...keyset.orderBy)
    .limit(limit + 1)
  return cutPage(rows, limit, (row) => [row.startedAt.toString(), row.id])
}
