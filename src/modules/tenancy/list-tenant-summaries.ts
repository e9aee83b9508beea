import { and, asc, gt, or, sql } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { cutPage, decodeKey, type Page } from "#kit/paging.ts"
import { requireRoot } from "./require-root.ts"
import { summarizeTenant, type TenantSummary } from "./summarize-tenant.ts"
import { tenants } from "./tables.ts"
import type { TenantMeans } from "./tenant-means.ts"

/** In the order in which they came: the root first. */
export async function listTenantSummaries(
  ctx: Context,
  means: TenantMeans,
  page: { readonly limit: number; readonly after?: string | undefined },
): Promise<Page<TenantSummary>> {
  await requireRoot(ctx)
  const after = decodeKey(page.after, 2)
  const [at = "", id = ""] = after ?? []
  const later = and(sql`${tenants.createdAt} = ${at}::timestamptz`, gt(tenants.id, id))
  const rows = await ctx.db
    .select()
    .from(tenants)
    .where(after ? or(sql`${tenants.createdAt} > ${at}::timestamptz`, later) : undefined)
    .orderBy(asc(tenants.createdAt), asc(tenants.id))
    .limit(page.limit + 1)
  const { items, next } = cutPage(rows, page.limit, (row) => [row.createdAt.toString(), row.id])
  const summaries: TenantSummary[] = []
  // One after the other: each stands behind another wall of the same connection.
  for (const row of items) summaries.push(await summarizeTenant(ctx, means, row))
  return { items: summaries, next }
}
