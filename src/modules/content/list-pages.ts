import type { z } from "zod"
import { type Context, type Reach, within } from "#kit/context.ts"
import { getSettings, type TenantSettings } from "#tenancy"
import type { pageItemShape } from "./contract.ts"
import { defaultTexts } from "./default-texts.ts"
import { fillText } from "./fill-text.ts"
import { fixedPages, kindOfFixed } from "./page.ts"
import { listPageRows, type PageSummary } from "./queries.ts"
import { todayIn } from "./today-in.ts"

type PageItem = z.infer<typeof pageItemShape>

/** Those that every shop has come first, whether or not anybody has written in them yet. */
export async function listPages(ctx: Context, reach: Reach = within(ctx.actor)): Promise<PageItem[]> {
  const settings = await getSettings(ctx)
  const today = todayIn(ctx, settings)
  const rows = await listPageRows(ctx, reach)
  const fixed = fixedPages.map((id): PageItem => {
    const row = rows.find(({ page }) => page.id === id)
    if (row) return describe(row, today, settings)
    const { title } = fillText(defaultTexts[id], settings)
    return { id, kind: kindOfFixed(id), slug: id, title, state: "template", hasDraft: false, from: null }
  })
  const isFixed = (id: string) => fixed.some((one) => one.id === id)
  return [
    ...fixed,
    ...rows.filter(({ page }) => !isFixed(page.id)).map((row) => describe(row, today, settings)),
  ]
}

function describe(
  { page, newest }: PageSummary,
  today: Temporal.PlainDate,
  settings: TenantSettings,
): PageItem {
  const { id, kind, slug, draftTitle } = page
  const filled =
    draftTitle && fillText({ title: draftTitle, summary: draftTitle, body: draftTitle }, settings).title
  return {
    id,
    kind,
    slug,
    title: filled ?? newest?.title ?? { en: slug, ko: slug },
    state: stateOf({ page, newest }, today),
    hasDraft: draftTitle !== null,
    from: newest?.fromDay.toString() ?? null,
  }
}

function stateOf({ page, newest }: PageSummary, today: Temporal.PlainDate): PageItem["state"] {
  if (page.withdrawnAt) return "withdrawn"
  if (!newest) return page.kind === "legal" || page.kind === "about" ? "template" : "draft"
  return Temporal.PlainDate.compare(newest.fromDay, today) > 0 ? "upcoming" : "published"
}
