import { and, eq } from "drizzle-orm"
import { z } from "zod"
import type { Context } from "#kit/context.ts"
import { tellWatchers } from "#kit/watch.ts"
import { defineWork, type StepOutput, type WorkKind } from "#kit/work/define.ts"
import { closeNotice } from "./close-notice.ts"
import { attempts } from "./tables.ts"

/**
 * What it takes to start the module's work. How it is played stands in the file of its name, for playing needs
 * the way out and the keys, which whoever starts it must not have to hold: createPaymentWork puts both together.
 */
export const openCheckoutWork = kindToStart({
  name: "payments.open-checkout",
  input: z.object({ attemptId: z.string() }),
  say: { en: "Open the payment page", ko: "결제 페이지 열기" },
  subjects: ({ attemptId }) => [attemptId],
  onStuck: markUnknown,
})

export const chargeMethodWork = kindToStart({
  name: "payments.charge-method",
  input: z.object({ attemptId: z.string() }),
  say: { en: "Charge a saved payment method", ko: "등록된 결제수단으로 결제" },
  subjects: ({ attemptId }) => [attemptId],
  onStuck: markUnknown,
})

export const openSetupWork = kindToStart({
  name: "payments.open-setup",
  input: z.object({ setupId: z.string() }),
  say: { en: "Open the page to add a payment method", ko: "결제수단 등록 페이지 열기" },
  subjects: ({ setupId }) => [setupId],
})

export const askSetupWork = kindToStart({
  name: "payments.ask-setup",
  input: z.object({ setupId: z.string() }),
  say: { en: "Check whether a payment method was added", ko: "결제수단 등록 결과 확인" },
  subjects: ({ setupId }) => [setupId],
})

export const forgetMethodWork = kindToStart({
  name: "payments.forget-method",
  input: z.object({ methodId: z.string() }),
  say: { en: "Delete a payment method at the payment service", ko: "삭제된 결제수단을 결제대행사에서 삭제" },
  subjects: ({ methodId }) => [methodId],
})

export const settleAttemptWork = kindToStart({
  name: "payments.settle-attempt",
  input: z.object({ attemptId: z.string() }),
  say: { en: "Check the result of a payment", ko: "결제 결과 확인" },
  subjects: ({ attemptId }) => [attemptId],
})

export const processNoticeWork = kindToStart({
  name: "payments.process-notice",
  input: z.object({ noticeId: z.string() }),
  say: { en: "Process a notification of the payment service", ko: "결제대행사 알림 처리" },
  subjects: ({ noticeId }) => [noticeId],
  onStuck: (ctx, { noticeId }, why) => closeNotice(ctx, noticeId, { state: "unmatched", why }),
})

export const refundWork = kindToStart({
  name: "payments.refund",
  input: z.object({ refundId: z.string() }),
  say: { en: "Refund a payment", ko: "결제 취소 및 환불" },
  subjects: ({ refundId }) => [refundId],
})

export const matchPaymentsWork = kindToStart({
  name: "payments.match-payments",
  input: z.object({ endpointId: z.string(), gateway: z.string(), day: z.string() }),
  say: { en: "Match payments with the payment service", ko: "결제대행사와 결제 내역 대조" },
  subjects: ({ endpointId }) => [endpointId],
})

/** Registered by mistake in place of the playable one, it says so instead of doing nothing. */
function kindToStart<Input extends StepOutput>(kind: Omit<WorkKind<Input>, "run">): WorkKind<Input> {
  return defineWork({
    ...kind,
    run: () => Promise.reject(new Error(`${kind.name} is played by what createPaymentWork returns.`)),
  })
}

/** Nobody knows whether a session exists: no second attempt until a later look or a person has found out. */
async function markUnknown(ctx: Context, { attemptId }: { attemptId: string }, why: string): Promise<void> {
  await ctx.db
    .update(attempts)
    .set({ state: "unknown", trouble: why })
    .where(and(eq(attempts.id, attemptId), eq(attempts.state, "created")))
    .returning({ told: tellWatchers(ctx, attemptId) })
}
