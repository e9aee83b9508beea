import type { Context, Reach } from "#kit/context.ts"
import { keysetOf } from "#kit/keyset.ts"
import { cutPage, type Page } from "#kit/paging.ts"
import { corrections } from "./correction-tables.ts"
import { type CorrectionView, describeCorrections } from "./describe-corrections.ts"

export async function listCorrections(
  ctx: Context,
  reach: Reach,
  { limit, after }: { readonly limit: number; readonly after?: string | undefined },
): Promise<Page<CorrectionView>> {
  if (reach.kind !== "all") return { items: [], next: null }
  const keyset = keysetOf({ after }, corrections.createdAt, corrections.id)
  const rows = await ctx.db
    .select()
    .from(corrections)
    .where(keyset.after)
    .orderBy(...keyset.orderBy)
    .limit(limit + 1)
  const page = cutPage(rows, limit, (row) => [row.createdAt.toString(), row.id])
  return { items: await describeCorrections(ctx, reach, page.items), next: page.next }
}
