import { eq } from "drizzle-orm"
import { z } from "zod"
import type { Context } from "#kit/context.ts"
import { type CallContext, defineWork } from "#kit/work/define.ts"
import { askGateway } from "./ask-gateway.ts"
import { findAttempt, findNotice } from "./queries.ts"
import type { NoticeState } from "./states.ts"
import { webhookInbox } from "./tables.ts"

/** A notice can overtake our own commit by moments. What is still unknown after an hour is not ours. */
const UNTIL_OURS = { everySeconds: 5, atMostSeconds: 3_600 } as const

/**
 * A gateway says that something happened. The notice only says where to look: what is written down is read
 * back from the gateway, so order, age, repetition and contents of notices make no difference.
 */
export const processNoticeWork = defineWork({
  name: "payments.process-notice",
  input: z.object({ noticeId: z.string() }),
  say: { en: "Work through a notice of the payment service", ko: "결제 서비스 알림 처리" },
  subjects: ({ noticeId }) => [noticeId],
  run: async (work, { noticeId }) => {
    const attemptId = await work.poll("find-attempt", UNTIL_OURS, (call) => findOurAttempt(call, noticeId))
    if (attemptId === "none") return
    await work.call("ask-gateway", (call) => askGateway(call, attemptId))
    await work.record("close-notice", (ctx) => closeNotice(ctx, noticeId, { state: "processed", attemptId }))
  },
  onStuck: (ctx, { noticeId }, why) => closeNotice(ctx, noticeId, { state: "unmatched", why }),
})

async function findOurAttempt(call: CallContext, noticeId: string): Promise<string | undefined> {
  return call.transact(async (ctx) => {
    const notice = await findNotice(ctx, { kind: "all" }, { id: noticeId })
    if (!notice || notice.state === "processed") return "none"
    if (!notice.claimedReference) {
      await closeNotice(ctx, noticeId, { state: "processed", why: "it names nothing of ours" })
      return "none"
    }
    return (await findAttempt(ctx, { kind: "all" }, notice.claimedReference))?.id
  })
}

async function closeNotice(
  ctx: Context,
  noticeId: string,
  outcome: { readonly state: NoticeState; readonly attemptId?: string; readonly why?: string },
): Promise<void> {
  await ctx.db
    .update(webhookInbox)
    .set({ ...outcome, processedAt: ctx.clock.now() })
    .where(eq(webhookInbox.id, noticeId))
}
