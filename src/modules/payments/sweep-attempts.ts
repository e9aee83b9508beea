import type { Context } from "#kit/context.ts"
import { startWork } from "#kit/work/start-work.ts"
import { listAttemptsToAsk } from "./queries.ts"
import { settleAttemptWork } from "./work-kinds.ts"

/** Younger ones are still in their first call or their notice is on its way: notices take seconds. */
const ASK_AFTER = { minutes: 3 }
/** Asking more often tells nothing: a payer needs minutes. */
const ASK_AGAIN_AFTER = { minutes: 10 }
/** A session there lives for an hour; whoever is still unknown after a fortnight is in front of a person. */
const FORGET_AFTER = { hours: 24 * 14 }
const MOST_AT_ONCE = 200

/** Asks about every payment that has been waiting too long: a lost notice loses no money. */
export async function sweepAttempts(ctx: Context): Promise<void> {
  const now = ctx.clock.now()
  const waiting = await listAttemptsToAsk(
    ctx,
    { kind: "all" },
    {
      createdBefore: now.subtract(ASK_AFTER),
      createdAfter: now.subtract(FORGET_AFTER),
      askedBefore: now.subtract(ASK_AGAIN_AFTER),
      limit: MOST_AT_ONCE,
    },
  )
  for (const { id, askedAt } of waiting) {
    // The key holds when it was asked last, so an answer that is still on its way is not asked for again.
    const key = `sweep:${id}:${askedAt?.toString() ?? "never"}`
    await startWork(ctx, settleAttemptWork, { attemptId: id }, { key })
  }
}
