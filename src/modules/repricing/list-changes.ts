import type { Context, Reach } from "#kit/context.ts"
import { keysetOf } from "#kit/keyset.ts"
import { cutPage, type Page } from "#kit/paging.ts"
import { type ChangeView, describeChanges } from "./describe-changes.ts"
import { priceChanges } from "./tables.ts"

export async function listChanges(
  ctx: Context,
  reach: Reach,
  { limit, after }: { readonly limit: number; readonly after?: string | undefined },
): Promise<Page<ChangeView>> {
  if (reach.kind !== "all") return { items: [], next: null }
  const keyset = keysetOf({ after }, priceChanges.createdAt, priceChanges.id)
  const rows = await ctx.db
    .select()
    .from(priceChanges)
    .where(keyset.after)
    .orderBy(...keyset.orderBy)
    .limit(limit + 1)
  const page = cutPage(rows, limit, (row) => [row.createdAt.toString(), row.id])
  return { items: await describeChanges(ctx, reach, page.items), next: page.next }
}
