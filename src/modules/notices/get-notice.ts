import { eq } from "drizzle-orm"
import type { Context, Reach } from "#kit/context.ts"
import { describeNotices, type NoticeView } from "./describe-notices.ts"
import { noticeRefusals } from "./errors.ts"
import { notices } from "./tables.ts"

export async function getNotice(ctx: Context, reach: Reach, id: string): Promise<NoticeView> {
  const [row] =
    reach.kind === "all" ? await ctx.db.select().from(notices).where(eq(notices.id, id)).limit(1) : []
  if (!row) return noticeRefusals.refuse("notices.notice_missing")
  const [view] = await describeNotices(ctx, [row])
  return view ?? noticeRefusals.refuse("notices.notice_missing")
}
