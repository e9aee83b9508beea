import { type Context, within } from "#kit/context.ts"
import { getSettings } from "#tenancy"
import { type Item, listCurrent } from "./queries.ts"
import { todayIn } from "./today-in.ts"

const MOST_WORDS = 6

/** With words to look for: guides in which each of them occurs, those that have them in their title first. */
export async function listGuides(
  ctx: Context,
  { search = "" }: { readonly search?: string | undefined },
): Promise<Item[]> {
  const today = todayIn(ctx, await getSettings(ctx))
  const words = search
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== "")
    .slice(0, MOST_WORDS)
  const wish = { kind: "guide", today, language: ctx.language, words } as const
  const found = await listCurrent(ctx, within(ctx.actor), wish)
  const inTitle = ({ title }: Item) => words.filter((word) => title.toLowerCase().includes(word)).length
  return words.length === 0 ? found : found.toSorted((first, second) => inTitle(second) - inTitle(first))
}
