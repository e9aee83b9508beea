import { eq } from "drizzle-orm"
import { recordAudit } from "#audit"
import { type Context, type Reach, within } from "#kit/context.ts"
import { paperworkRefusals } from "./errors.ts"
import { getDraft } from "./queries.ts"
import { drafts } from "./tables.ts"

/** What was never sent leaves nothing behind but the audit's word. */
export async function throwAwayDraft(
  ctx: Context,
  id: string,
  reach: Reach = within(ctx.actor),
): Promise<{ readonly id: string }> {
  const draft = await getDraft(ctx, reach, id, "update")
  if (draft.state !== "draft") paperworkRefusals.refuse("paperwork.draft_sent", { draftId: id })
  await ctx.db.delete(drafts).where(eq(drafts.id, id))
  await recordAudit(ctx, { act: "paperwork.draft-thrown-away", subjectId: id, accountId: draft.accountId })
  return { id }
}
