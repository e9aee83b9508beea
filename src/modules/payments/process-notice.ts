import { type CallContext, type Work } from "#kit/work/define.ts"
import { askGateway } from "./ask-gateway.ts"
import { closeNotice } from "./close-notice.ts"
import type { PaymentDoors } from "./open-gateway.ts"
import { findAttempt, findNotice } from "./queries.ts"

/** A notice can overtake our own commit by moments. What is still unknown after an hour is not ours. */
const UNTIL_OURS = { everySeconds: 5, atMostSeconds: 3_600 } as const

/**
 * A gateway says that something happened. The notice only says where to look: what is written down is read
 * back from the gateway, so order, age, repetition and contents of notices make no difference.
 */
export async function processNotice(doors: PaymentDoors, work: Work, noticeId: string): Promise<void> {
  const attemptId = await work.poll("find-attempt", UNTIL_OURS, (call) => findOurAttempt(call, noticeId))
  if (attemptId === NOTHING_OF_OURS) return
  await work.call("ask-gateway", (call) => askGateway(doors, call, attemptId), { tries: 12 })
  await work.record("close-notice", (ctx) => closeNotice(ctx, noticeId, { state: "processed", attemptId }))
}

const NOTHING_OF_OURS = "none"

async function findOurAttempt(call: CallContext, noticeId: string): Promise<string | undefined> {
  return call.transact(async (ctx) => {
    const notice = await findNotice(ctx, { kind: "all" }, { id: noticeId })
    if (!notice || notice.state === "processed") return NOTHING_OF_OURS
    if (!notice.claimedReference) {
      await closeNotice(ctx, noticeId, { state: "processed", why: "it names nothing of ours" })
      return NOTHING_OF_OURS
    }
    return (await findAttempt(ctx, { kind: "all" }, notice.claimedReference))?.id
  })
}
