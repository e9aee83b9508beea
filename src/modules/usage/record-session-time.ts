import { actorId, type Context } from "#kit/context.ts"
import { minus } from "#kit/fraction.ts"
import { hoursOf, type UseSession } from "./session.ts"
import { sumSessions } from "./sum-sessions.ts"
import { useRecords } from "./tables.ts"

export interface SessionCut {
  readonly until: Temporal.Instant
  readonly isOver: boolean
  readonly countsOn: Temporal.PlainDate
}

/** Of its time, what no record has yet. Less than nothing where it was over before it was cut. */
export async function recordSessionTime(
  ctx: Context,
  session: UseSession,
  { until, isOver, countsOn }: SessionCut,
): Promise<void> {
  const { id, subscriptionId, meter, startedAt } = session
  const recorded = (await sumSessions(ctx, [id])).get(id)
  const hours = hoursOf(startedAt, until, isOver)
  const rest = recorded ? minus(hours, recorded) : hours
  if (rest.numerator === 0n) return
  await ctx.db.insert(useRecords).values({
    id: ctx.newId("use"),
    subscriptionId,
    meter,
    ...rest,
    usedAt: until,
    countsOn,
    // Keys of senders are trimmed: none begins with a space.
    key: ` session:${id}:${isOver ? "over" : until}`,
    sessionId: id,
    recordedAt: ctx.clock.now(),
    recordedBy: actorId(ctx.actor),
  })
}
