import { and, eq, isNotNull } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { findMessageState } from "#notifications"
import { collectingNotes } from "./collecting-tables.ts"
import { unpaidFrom, type WithOwed } from "./due-day.ts"
import { lastDayOf } from "./period.ts"
import type { RunningSubscription } from "./subscription.ts"

/** Reminders, the overdue day and the suspension of one last day are well below. */
const MOST_NOTES = 20

/** Whether a mail about its overdue end was taken by the customer's mail server. Nothing is deleted before. */
export async function wasTold(ctx: Context, one: WithOwed<RunningSubscription>): Promise<boolean> {
  const notes = await ctx.db
    .select({ kind: collectingNotes.kind, messageId: collectingNotes.messageId })
    .from(collectingNotes)
    .where(
      and(
        eq(collectingNotes.subscriptionId, one.id),
        eq(collectingNotes.lastDay, lastDayOf(unpaidFrom(one))),
        isNotNull(collectingNotes.messageId),
      ),
    )
    .limit(MOST_NOTES)
  for (const { kind, messageId } of notes) {
    if (kind !== "overdue" && kind !== "suspended") continue
    const message = messageId ? await findMessageState(ctx, messageId) : undefined
    if (message?.state === "sent") return true
  }
  return false
}
