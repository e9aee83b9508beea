import type { Context } from "#kit/context.ts"
import { closeEnded } from "./close-ended.ts"
import { deferPaid } from "./defer-paid.ts"
import { postRevenue } from "./post-revenue.ts"
import { recogniseEarned } from "./recognise-earned.ts"
import { releaseCredited } from "./release-credited.ts"
import { undoReissued } from "./undo-reissued.ts"

/**
 * Closes the day that has just ended, in sets: what was paid on it for time to come leaves revenue, what was taken back
 * of it is not waited for any more, and what the days so far have earned comes back, with what was
 * kept of agreements that ended. Booked on that day, so that a month's last sale and last day stand in its own books. A
 * missed day is caught up with, once.
 */
export async function sweepRevenue(ctx: Context, day: Temporal.PlainDate): Promise<void> {
  const undone = await undoReissued(ctx, day)
  const deferred = await deferPaid(ctx, day)
  const released = await releaseCredited(ctx, day)
  await closeEnded(ctx, day)
  const recognised = await recogniseEarned(ctx, day)
  await postRevenue(ctx, day.subtract({ days: 1 }), {
    deferred,
    released: [...undone, ...released],
    recognised,
  })
}
