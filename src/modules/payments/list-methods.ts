import { and, desc, eq, isNull, sql } from "drizzle-orm"
import { type Context, type Reach } from "#kit/context.ts"
import { cutPage, decodeKey, type Page } from "#kit/paging.ts"
import { type SavedMethod } from "./method.ts"
import { isMethodWithin, readMethod } from "./method-row.ts"
import { paymentMethods } from "./tables.ts"

export async function listMethods(
  ctx: Context,
  reach: Reach,
  filter: {
    readonly limit: number
    readonly after?: string | undefined
    readonly accountId?: string | undefined
  },
): Promise<Page<SavedMethod>> {
  const key = decodeKey(filter.after, 2)
  const rows = await ctx.db
    .select()
    .from(paymentMethods)
    .where(
      and(
        isMethodWithin(reach),
        isNull(paymentMethods.removedAt),
        filter.accountId ? eq(paymentMethods.accountId, filter.accountId) : undefined,
        key
          ? sql`(${paymentMethods.createdAt}, ${paymentMethods.id}) < (${key[0]}::timestamptz, ${key[1]})`
          : undefined,
      ),
    )
    .orderBy(desc(paymentMethods.createdAt), desc(paymentMethods.id))
    .limit(filter.limit + 1)
  const page = cutPage(rows, filter.limit, (row) => [row.createdAt.toString(), row.id])
  return { items: page.items.map(readMethod), next: page.next }
}
