import type { Context } from "#kit/context.ts"
import { closeEnded } from "./close-ended.ts"
import type { ClosingScope } from "./closing-scope.ts"
import { deferPaid } from "./defer-paid.ts"
import type { RevenueMoves } from "./post-revenue.ts"
import { recogniseEarned } from "./recognise-earned.ts"
import { releaseCredited } from "./release-credited.ts"
import { undoReissued } from "./undo-reissued.ts"

/**
 * Closes every day before this one, in sets: what was paid by then for time to come, what was taken back of it, and what
 * the days so far have earned and nobody has written down. Gives what is to be booked of it.
 */
export async function closeDays(
  ctx: Context,
  day: Temporal.PlainDate,
  scope: ClosingScope,
): Promise<RevenueMoves> {
  const undone = await undoReissued(ctx, day, scope)
  const deferred = await deferPaid(ctx, day, scope)
  const released = await releaseCredited(ctx, day, scope)
  await closeEnded(ctx, day, scope)
  const recognised = await recogniseEarned(ctx, day, scope)
  return { deferred, released: [...undone, ...released], recognised }
}
