import type { SQL } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { insertOf, packColumns } from "#kit/write-rows.ts"
import { collectingNotes } from "./collecting-tables.ts"
import { unpaidFrom, type WithOwed } from "./due-day.ts"
import { lastDayOf } from "./period.ts"
import type { NoteKind } from "./plan-digest.ts"
import type { RunningSubscription } from "./subscription.ts"

/** As one statement: what the account is told next. Once per kind and last day. */
export function packNotes(
  ctx: Context,
  subscriptions: readonly WithOwed<RunningSubscription>[],
  kind: NoteKind,
  daysBefore = 0,
): SQL {
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
  return insertOf(collectingNotes, packColumns(collectingNotes, notes), { onConflict: "ignore" })
}
