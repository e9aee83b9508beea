import { and, eq } from "drizzle-orm"
import { recordAudit } from "#audit"
import { actorId, type Context } from "#kit/context.ts"
import { contentRefusals } from "./errors.ts"
import { getPage } from "./get-page.ts"
import { MOST_PAGES, type PageText } from "./page.ts"
import { pages } from "./tables.ts"

export interface NewPage extends PageText {
  readonly kind: "news" | "guide"
  readonly slug: string
}

export async function createPage(ctx: Context, { kind, slug, title, summary, body }: NewPage) {
  if ((await ctx.db.$count(pages)) >= MOST_PAGES) {
    contentRefusals.refuse("content.too_many_pages", { limit: MOST_PAGES })
  }
  const taken = await ctx.db.$count(pages, and(eq(pages.kind, kind), eq(pages.slug, slug)))
  if (taken > 0) contentRefusals.refuse("content.slug_taken", {}, { field: "slug" })
  const id = ctx.newId("pag")
  const now = ctx.clock.now()
  await ctx.db.insert(pages).values({
    id,
    kind,
    slug,
    draft: { title, summary, body },
    draftEditedAt: now,
    draftEditedBy: actorId(ctx.actor),
    createdAt: now,
  })
  await recordAudit(ctx, { act: "content.page-created", subjectId: id, after: { kind, slug, title } })
  return getPage(ctx, id)
}
