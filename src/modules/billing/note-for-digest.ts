import type { Context } from "#kit/context.ts"
import type { WithOwed } from "./due-day.ts"
import { packNotes } from "./pack-notes.ts"
import type { NoteKind } from "./plan-digest.ts"
import type { RunningSubscription } from "./subscription.ts"

/** Puts it with what the account is told next. Once per kind and last day. */
export async function noteForDigest(
  ctx: Context,
  subscriptions: readonly WithOwed<RunningSubscription>[],
  kind: NoteKind,
  daysBefore = 0,
): Promise<void> {
  if (subscriptions.length > 0) await ctx.db.execute(packNotes(ctx, subscriptions, kind, daysBefore))
}
