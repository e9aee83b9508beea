import type { UseAsked } from "#billing"
import type { Context } from "#kit/context.ts"
import { getSettings } from "#tenancy"
import { listRunningSessions } from "./list-running-sessions.ts"
import { recordSessionTime } from "./record-session-time.ts"

/** What runs over the end of the days that are counted is cut there: so much of it has been used by then, exactly. */
export async function cutSessions(ctx: Context, asked: readonly UseAsked[]): Promise<void> {
  const running = await listRunningSessions(
    ctx,
    asked.map(({ subscriptionId }) => subscriptionId),
  )
  if (running.length === 0) return
  const { timeZone } = await getSettings(ctx)
  for (const { subscriptionId, meter, to } of asked) {
    const until = to.toZonedDateTime(timeZone).toInstant()
    const cut = running.filter(
      (one) =>
        one.subscriptionId === subscriptionId &&
        one.meter === meter &&
        Temporal.Instant.compare(one.startedAt, until) < 0,
    )
    const countsOn = to.subtract({ days: 1 })
    for (const session of cut) await recordSessionTime(ctx, session, { until, isOver: false, countsOn })
  }
}
