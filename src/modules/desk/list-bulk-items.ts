import { and, asc, eq, gt } from "drizzle-orm"
import type { Context, Reach } from "#kit/context.ts"
import { cutPage, decodeKey, type Page } from "#kit/paging.ts"
import type { WorkTitles } from "#operations"
import type { bulkItemStates } from "./contract.ts"
import { type BulkItem, describeBulkItems } from "./describe-bulk-items.ts"
import { deskRefusals } from "./errors.ts"
import { bulkItems, bulkRuns } from "./tables.ts"

export interface BulkItemFilter {
  readonly id: string
  readonly state?: (typeof bulkItemStates)[number] | undefined
  readonly limit: number
  readonly after?: string | undefined
}

export async function listBulkItems(
  ctx: Context,
  reach: Reach,
  titles: WorkTitles,
  { id, state, limit, after }: BulkItemFilter,
): Promise<Page<BulkItem>> {
  const [run] =
    reach.kind === "all"
      ? await ctx.db.select({ id: bulkRuns.id }).from(bulkRuns).where(eq(bulkRuns.id, id)).limit(1)
      : []
  if (!run) return deskRefusals.refuse("desk.run_missing")
  const [last] = decodeKey(after, 1) ?? []
  const rows = await ctx.db
    .select()
    .from(bulkItems)
    .where(
      and(
        eq(bulkItems.runId, id),
        state ? eq(bulkItems.state, state) : undefined,
        last && /^\d{1,6}$/.test(last) ? gt(bulkItems.position, Number(last)) : undefined,
      ),
    )
    .orderBy(asc(bulkItems.position))
    .limit(limit + 1)
  const page = cutPage(rows, limit, (row) => [String(row.position)])
  return { items: await describeBulkItems(ctx, titles, page.items), next: page.next }
}
