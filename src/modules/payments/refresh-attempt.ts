import type { Context } from "#kit/context.ts"
import { startWork } from "#kit/work/start-work.ts"
import { isLive } from "./attempt.ts"
import { type AttemptView, describeAttempt } from "./describe-attempt.ts"
import { getAttempt } from "./queries.ts"
import { settleAttemptWork } from "./work-kinds.ts"

/** Anybody with the link may ask, so many questions within these seconds are one question to the gateway. */
const ONE_QUESTION_SECONDS = 2

/** The payer came back: ask now instead of waiting for the notice. */
export async function refreshAttempt(ctx: Context, id: string): Promise<AttemptView> {
  const attempt = await getAttempt(ctx, { kind: "all" }, id)
  if (isLive(attempt.state)) {
    const window = Math.floor(ctx.clock.now().epochMilliseconds / (ONE_QUESTION_SECONDS * 1_000))
    await startWork(ctx, settleAttemptWork, { attemptId: id }, { key: `refresh:${id}:${window}` })
  }
  return describeAttempt(attempt, ctx.language)
}
