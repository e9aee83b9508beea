import type { Context, Reach } from "#kit/context.ts"
import { keysetOf } from "#kit/keyset.ts"
import { cutPage, type Page } from "#kit/paging.ts"
import { describeNotices, type NoticeView } from "./describe-notices.ts"
import { notices } from "./tables.ts"

export async function listNotices(
  ctx: Context,
  reach: Reach,
  { limit, after }: { readonly limit: number; readonly after?: string | undefined },
): Promise<Page<NoticeView>> {
  if (reach.kind !== "all") return { items: [], next: null }
  const keyset = keysetOf({ after }, notices.createdAt, notices.id)
  const rows = await ctx.db
    .select()
    .from(notices)
    .where(keyset.after)
    .orderBy(...keyset.orderBy)
    .limit(limit + 1)
  const page = cutPage(rows, limit, (row) => [row.createdAt.toString(), row.id])
  return { items: await describeNotices(ctx, page.items), next: page.next }
}
