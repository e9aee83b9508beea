import type { Context } from "#kit/context.ts"
import { insertRows } from "#kit/write-rows.ts"
import { collectingNotes } from "./collecting-tables.ts"
import { unpaidFrom, type WithOwed } from "./due-day.ts"
import { lastDayOf } from "./period.ts"
import type { NoteKind } from "./plan-digest.ts"
import type { RunningSubscription } from "./subscription.ts"

/** Puts it with what the account is told next. Once per kind and last day. */
export async function noteForDigest(
  ctx: Context,
  subscriptions: readonly WithOwed<RunningSubscription>[],
  kind: NoteKind,
  daysBefore = 0,
): Promise<void> {
  const createdAt = ctx.clock.now()
  const notes = subscriptions.map((one) => ({
    id: ctx.newId("cno"),
    accountId: one.accountId,
    subscriptionId: one.id,
    kind,
    lastDay: lastDayOf(unpaidFrom(one)),
    daysBefore,
    createdAt,
  }))
  await insertRows(ctx.db, collectingNotes, notes, { onConflict: "ignore" })
}
