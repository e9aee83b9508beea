import { eq } from "drizzle-orm"
import { recordAudit } from "#audit"
import { type Context, within } from "#kit/context.ts"
import type { NoticeView } from "./describe-notices.ts"
import { noticeRefusals } from "./errors.ts"
import { getNotice } from "./get-notice.ts"
import { refuseOverBefore } from "./refuse-over-before.ts"
import { notices } from "./tables.ts"

/** Out now, or at the moment that is named; its readers find it by the clock, nothing has to run then. */
export async function publishNotice(
  ctx: Context,
  { id, publishAt }: { readonly id: string; readonly publishAt?: string | undefined },
): Promise<NoticeView> {
  const before = await getNotice(ctx, within(ctx.actor), id)
  if (before.state === "withdrawn") noticeRefusals.refuse("notices.withdrawn")
  const now = ctx.clock.now()
  const moment = publishAt ? Temporal.Instant.from(publishAt) : now
  refuseOverBefore(
    moment.toString(),
    before.expiresAt === null ? null : Temporal.Instant.from(before.expiresAt),
  )
  await ctx.db
    .update(notices)
    .set({ decision: "released", publishAt: moment, updatedAt: now })
    .where(eq(notices.id, id))
  await recordAudit(ctx, {
    act: "notices.published",
    subjectId: id,
    before: { state: before.state },
    after: { publishAt: moment.toString(), audience: before.audience },
  })
  return getNotice(ctx, within(ctx.actor), id)
}
