import { eq } from "drizzle-orm"
import { recordAudit } from "#audit"
import { type Context, within } from "#kit/context.ts"
import type { NoticeView } from "./describe-notices.ts"
import { getNotice } from "./get-notice.ts"
import { notices } from "./tables.ts"

/** Nobody is shown it any more; who had read it stays known. */
export async function withdrawNotice(ctx: Context, id: string): Promise<NoticeView> {
  const before = await getNotice(ctx, within(ctx.actor), id)
  if (before.state === "withdrawn") return before
  await ctx.db
    .update(notices)
    .set({ decision: "withdrawn", updatedAt: ctx.clock.now() })
    .where(eq(notices.id, id))
  await recordAudit(ctx, {
    act: "notices.withdrawn",
    subjectId: id,
    before: { state: before.state },
    after: { state: "withdrawn" },
  })
  return getNotice(ctx, within(ctx.actor), id)
}
