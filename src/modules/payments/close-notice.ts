import { eq } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import type { NoticeState } from "./states.ts"
import { webhookInbox } from "./tables.ts"

/** What became of a notice. */
export async function closeNotice(
  ctx: Context,
  noticeId: string,
  outcome: { readonly state: NoticeState; readonly attemptId?: string; readonly why?: string },
): Promise<void> {
  await ctx.db
    .update(webhookInbox)
    .set({ ...outcome, processedAt: ctx.clock.now() })
    .where(eq(webhookInbox.id, noticeId))
}
