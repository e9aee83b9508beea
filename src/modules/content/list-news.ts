import { type Context, within } from "#kit/context.ts"
import { cutPage, decodeKey, type Page } from "#kit/paging.ts"
import { getSettings } from "#tenancy"
import { type Item, listCurrent } from "./queries.ts"
import { todayIn } from "./today-in.ts"

/** Newest first. A shop has some hundred at most, so a page is cut from all of them. */
export async function listNews(
  ctx: Context,
  { limit, after }: { readonly limit: number; readonly after?: string | undefined },
): Promise<Page<Item>> {
  const today = todayIn(ctx, await getSettings(ctx))
  const all = await listCurrent(ctx, within(ctx.actor), { kind: "news", today, language: ctx.language })
  const last = decodeKey(after, 1)?.[0]
  const from = last === undefined ? 0 : all.findIndex(({ slug }) => slug === last) + 1
  return cutPage(all.slice(from, from + limit + 1), limit, ({ slug }) => [slug])
}
