import { and, eq, gt } from "drizzle-orm"
import { recordAudit } from "#audit"
import type { Subscription } from "#billing"
import type { Context } from "#kit/context.ts"
import { stayAnswers } from "./stay-tables.ts"

/** What is asked for later has other reasons than the offer that was looked at. */
const STILL_COUNTS = { hours: 30 * 24 }

/** A plan that costs less was asked for by whoever was offered one when they were about to cancel: the offer kept them. */
export async function keepByPlan(ctx: Context, subscription: Subscription, planId: string): Promise<void> {
  const now = ctx.clock.now()
  const kept = await ctx.db
    .update(stayAnswers)
    .set({ state: "taken", answeredAt: now })
    .where(
      and(
        eq(stayAnswers.id, subscription.id),
        eq(stayAnswers.state, "looked"),
        gt(stayAnswers.answeredAt, now.subtract(STILL_COUNTS)),
      ),
    )
    .returning({ kind: stayAnswers.kind })
  for (const { kind } of kept) {
    await recordAudit(ctx, {
      act: "orders.stay-offer-taken",
      subjectId: subscription.id,
      accountId: subscription.accountId,
      after: { kind, planId },
    })
  }
}
