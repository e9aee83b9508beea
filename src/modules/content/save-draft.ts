import { eq } from "drizzle-orm"
import { recordAudit } from "#audit"
import { actorId, type Context } from "#kit/context.ts"
import { getPage } from "./get-page.ts"
import { lockPage } from "./lock-page.ts"
import type { PageText } from "./page.ts"
import { pages } from "./tables.ts"

/** Nobody outside sees it before it is published, so it may be half done. */
export async function saveDraft(
  ctx: Context,
  { id, title, summary, body }: PageText & { readonly id: string },
) {
  const before = await lockPage(ctx, id)
  const draft = { title, summary, body }
  await ctx.db
    .update(pages)
    .set({ draft, draftEditedAt: ctx.clock.now(), draftEditedBy: actorId(ctx.actor) })
    .where(eq(pages.id, id))
  await recordAudit(ctx, {
    act: "content.draft-saved",
    subjectId: id,
    before: before.draft ? { ...before.draft } : null,
    after: draft,
  })
  return getPage(ctx, id)
}
