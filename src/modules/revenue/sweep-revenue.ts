import type { Context } from "#kit/context.ts"
import { deferPaid } from "./defer-paid.ts"
import { postRevenue } from "./post-revenue.ts"
import { recogniseEarned } from "./recognise-earned.ts"
import { releaseCredited } from "./release-credited.ts"

/**
 * Each day, in sets: what was paid for time to come leaves revenue, what was taken back of it is not waited for any
 * more, and what the days before this one have earned comes back. A missed day is caught up with, once.
 */
export async function sweepRevenue(ctx: Context, day: Temporal.PlainDate): Promise<void> {
  const deferred = await deferPaid(ctx)
  const released = await releaseCredited(ctx)
  const recognised = await recogniseEarned(ctx, day)
  await postRevenue(ctx, day, { deferred, released, recognised })
}
