import { eq } from "drizzle-orm"
import { recordAudit } from "#audit"
import { type Context, within } from "#kit/context.ts"
import type { NoticeView } from "./describe-notices.ts"
import { noticeRefusals } from "./errors.ts"
import { getNotice } from "./get-notice.ts"
import { findMissingField } from "./notice.ts"
import { refuseOverBefore } from "./refuse-over-before.ts"
import { notices } from "./tables.ts"

type Wish = Pick<NoticeView, "kind" | "importance" | "title" | "body" | "audience" | "expiresAt">

/** A further draft, or another text of one that is there; what is out already changes for its readers at once. */
export async function saveNotice(ctx: Context, wish: Wish & { readonly id?: string }): Promise<NoticeView> {
  const missing = findMissingField(wish, ctx.language)
  if (missing) noticeRefusals.refuse("notices.words_missing", {}, { field: missing })
  const before = wish.id ? await getNotice(ctx, within(ctx.actor), wish.id) : undefined
  if (before?.state === "withdrawn") noticeRefusals.refuse("notices.withdrawn")
  const expiresAt = wish.expiresAt === null ? null : Temporal.Instant.from(wish.expiresAt)
  refuseOverBefore(before?.publishAt ?? null, expiresAt)
  const { kind, importance, title, body, audience } = wish
  const now = ctx.clock.now()
  const values = { kind, importance, title, body, audience, expiresAt, updatedAt: now }
  const id = before?.id ?? ctx.newId("ntc")
  if (before) await ctx.db.update(notices).set(values).where(eq(notices.id, id))
  else await ctx.db.insert(notices).values({ ...values, id, decision: "draft", createdAt: now })
  await recordAudit(ctx, {
    act: before ? "notices.changed" : "notices.written",
    subjectId: id,
    ...(before ? { before: { title: before.title, importance: before.importance } } : {}),
    after: { title, importance },
  })
  return getNotice(ctx, within(ctx.actor), id)
}
