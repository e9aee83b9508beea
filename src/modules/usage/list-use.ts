import { and, eq } from "drizzle-orm"
import { getSubscription } from "#billing"
import type { Context, Reach } from "#kit/context.ts"
import { keysetOf } from "#kit/keyset.ts"
import { cutPage, type Page } from "#kit/paging.ts"
import type { UseRecord } from "./record.ts"
import { useRecords } from "./tables.ts"

export interface UseFilter {
  readonly id: string
  readonly meter?: string | undefined
  readonly limit: number
  readonly after?: string | undefined
}

/** Of one agreement that the caller may see. */
export async function listUse(
  ctx: Context,
  reach: Reach,
  { id, meter, limit, after }: UseFilter,
): Promise<Page<UseRecord>> {
  const subscription = await getSubscription(ctx, reach, id)
  const keyset = keysetOf({ after }, useRecords.recordedAt, useRecords.id)
  const rows = await ctx.db
    .select()
    .from(useRecords)
    .where(
      and(
        eq(useRecords.subscriptionId, subscription.id),
        meter === undefined ? undefined : eq(useRecords.meter, meter),
        keyset.after,
      ),
    )
    .orderBy(...keyset.orderBy)
    .limit(limit + 1)
  return cutPage(rows, limit, (row) => [row.recordedAt.toString(), row.id])
}
