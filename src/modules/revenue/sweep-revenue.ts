import type { Context } from "#kit/context.ts"
import { wordsOf } from "#kit/work/failure.ts"
import { inSavepoint } from "#kit/work/in-savepoint.ts"
import { closeDays } from "./close-days.ts"
import { closeInHalves } from "./close-in-halves.ts"
import { postRevenue, type RevenueMoves } from "./post-revenue.ts"
import { revenueCatchUp } from "./revenue-catch-up.ts"

/**
 * Closes the day that has just ended, in sets: what was paid on it for time to come leaves revenue, what was taken back
 * of it is not waited for any more, and what the days so far have earned comes back, with what was
 * kept of agreements that ended. Booked on that day, so that a month's last sale and last day stand in its own books. A
 * missed day is caught up with, once. An invoice that can't be closed is left out and named; all others are.
 */
export async function sweepRevenue(ctx: Context, day: Temporal.PlainDate): Promise<void> {
  await revenueCatchUp.tryAgain(ctx)
  let moves: RevenueMoves | undefined
  const error = await inSavepoint(ctx, async () => {
    moves = await closeDays(ctx, day, { kind: "all" })
  })
  if (error)
    ctx.log.warn({ error: wordsOf(error) }, "a day can't be closed as a whole; it is closed in halves")
  await postRevenue(ctx, day.subtract({ days: 1 }), moves ?? (await closeInHalves(ctx, day)))
}
