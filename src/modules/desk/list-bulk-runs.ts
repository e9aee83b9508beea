import { and, ne } from "drizzle-orm"
import { listPersonNames } from "#identity"
import type { Context, Reach } from "#kit/context.ts"
import { keysetOf } from "#kit/keyset.ts"
import { cutPage, type Page } from "#kit/paging.ts"
import type { BulkActs } from "./bulk-act.ts"
import { type BulkRun, describeBulkRun } from "./describe-bulk-run.ts"
import { bulkRuns } from "./tables.ts"

export async function listBulkRuns(
  ctx: Context,
  reach: Reach,
  {
    acts,
    limit,
    after,
  }: { readonly acts: BulkActs; readonly limit: number; readonly after?: string | undefined },
): Promise<Page<BulkRun>> {
  if (reach.kind !== "all") return { items: [], next: null }
  const keyset = keysetOf({ after }, bulkRuns.createdAt, bulkRuns.id)
  const rows = await ctx.db
    .select()
    .from(bulkRuns)
    .where(and(ne(bulkRuns.state, "prepared"), keyset.after))
    .orderBy(...keyset.orderBy)
    .limit(limit + 1)
  const page = cutPage(rows, limit, (row) => [row.createdAt.toString(), row.id])
  const names = await listPersonNames(
    ctx,
    page.items.map((row) => row.startedBy),
  )
  return { items: page.items.map((row) => describeBulkRun(ctx, row, { acts, names })), next: page.next }
}
