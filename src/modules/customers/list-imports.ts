import { desc, sql } from "drizzle-orm"
import type { z } from "zod"
import { listPersonNames } from "#identity"
import type { Context, Reach } from "#kit/context.ts"
import { cutPage, decodeKey, type Page } from "#kit/paging.ts"
import type { importShape } from "./customer-import-contract.ts"
import { summaryOf } from "./imported-file.ts"
import { imports } from "./tables.ts"

export async function listImports(
  ctx: Context,
  reach: Reach,
  filter: { readonly limit: number; readonly after?: string | undefined },
): Promise<Page<z.infer<typeof importShape>>> {
  if (reach.kind !== "all") return { items: [], next: null }
  const key = decodeKey(filter.after, 2)
  const rows = await ctx.db
    .select()
    .from(imports)
    .where(key ? sql`(${imports.createdAt}, ${imports.id}) < (${key[0]}::timestamptz, ${key[1]})` : undefined)
    .orderBy(desc(imports.createdAt), desc(imports.id))
    .limit(filter.limit + 1)
  const page = cutPage(rows, filter.limit, (row) => [row.createdAt.toString(), row.id])
  const names = await listPersonNames(
    ctx,
    page.items.map((row) => row.startedBy),
  )
  return { items: page.items.map((row) => summaryOf(row, names)), next: page.next }
}
