import { isId } from "#kit/id.ts"
import { type CallContext, type Work } from "#kit/work/define.ts"
import { askGateway } from "./ask-gateway.ts"
import { askSetup } from "./ask-setup.ts"
import { closeNotice } from "./close-notice.ts"
import { findSetup } from "./find-setup.ts"
import type { PaymentDoors } from "./open-gateway.ts"
import { findAttempt, findNotice } from "./queries.ts"

/** A notice can overtake our own commit by moments. What is still unknown after an hour is not ours. */
const UNTIL_OURS = { everySeconds: 5, atMostSeconds: 3_600 } as const

/**
 * A gateway says that something happened. The notice only says where to look: what is written down is read
 * back from the gateway, so order, age, repetition and contents of notices make no difference.
 */
export async function processNotice(doors: PaymentDoors, work: Work, noticeId: string): Promise<void> {
  const id = await work.poll("find-attempt", UNTIL_OURS, (call) => findOurs(call, noticeId))
  if (id === NOTHING_OF_OURS) return
  const isSetup = isId("set", id)
  await work.call("ask-gateway", (call) => (isSetup ? askSetup : askGateway)(doors, call, id), { tries: 12 })
  const outcome = isSetup ? {} : { attemptId: id }
  await work.record("close-notice", (ctx) => closeNotice(ctx, noticeId, { state: "processed", ...outcome }), {
    isLast: true,
  })
}

const NOTHING_OF_OURS = "none"

/** The attempt, or the page to leave a method, that the notice names. */
async function findOurs(call: CallContext, noticeId: string): Promise<string | undefined> {
  return call.transact(async (ctx) => {
    const notice = await findNotice(ctx, { kind: "all" }, { id: noticeId })
    if (!notice || notice.state === "processed") return NOTHING_OF_OURS
    if (!notice.claimedReference) {
      await closeNotice(ctx, noticeId, { state: "processed", why: "it names nothing of ours" })
      return NOTHING_OF_OURS
    }
    const find = isId("set", notice.claimedReference) ? findSetup : findAttempt
    return (await find(ctx, { kind: "all" }, notice.claimedReference))?.id
  })
}
