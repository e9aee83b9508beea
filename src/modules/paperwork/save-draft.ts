import { eq } from "drizzle-orm"
import { recordAudit } from "#audit"
import { type Context, type Reach, within } from "#kit/context.ts"
import { checkLines } from "./check-lines.ts"
import type { DraftWish } from "./create-draft.ts"
import { type Draft, storeLine } from "./draft.ts"
import { paperworkRefusals } from "./errors.ts"
import { getDraft } from "./queries.ts"
import { readDueDay } from "./read-due-day.ts"
import { drafts } from "./tables.ts"

/** Written anew as a whole, as long as it isn't sent. */
export async function saveDraft(
  ctx: Context,
  wish: DraftWish & { readonly id: string },
  reach: Reach = within(ctx.actor),
): Promise<Draft> {
  const draft = await getDraft(ctx, reach, wish.id, "update")
  if (draft.state !== "draft") paperworkRefusals.refuse("paperwork.draft_sent", { draftId: draft.id })
  await checkLines(ctx, wish)
  await ctx.db
    .update(drafts)
    .set({
      currency: wish.currency,
      lines: wish.lines.map(storeLine),
      dueOn: await readDueDay(ctx, wish.dueOn, "dueOn"),
      note: wish.note || null,
      purchaseOrder: wish.purchaseOrder || null,
    })
    .where(eq(drafts.id, draft.id))
  await recordAudit(ctx, {
    act: "paperwork.draft-written",
    subjectId: draft.id,
    accountId: draft.accountId,
    after: {},
  })
  return getDraft(ctx, reach, draft.id)
}
