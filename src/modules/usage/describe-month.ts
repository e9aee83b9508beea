import { findMeteredMonth, priceUse } from "#billing"
import type { Context, Reach } from "#kit/context.ts"
import { fraction, minus, plus } from "#kit/fraction.ts"
import { toWire } from "#kit/money.ts"
import { recordedUse } from "./count-use.ts"
import { listRunningSessions } from "./list-running-sessions.ts"
import { sayQuantity } from "./say-quantity.ts"
import { hoursOf } from "./session.ts"
import { sumSessions } from "./sum-sessions.ts"

/** What was used in the month that runs, and what it would cost if it were over now: sessions as if they stopped now. */
export async function describeMonth(ctx: Context, reach: Reach, id: string) {
  const month = await findMeteredMonth(ctx, reach, id)
  if (!month) return { subscriptionId: id, from: null, to: null, meters: [] }
  const { from, to, meters } = month
  const asked = meters.map((meter) => ({ subscriptionId: id, meter: meter.id, from, to }))
  const sums = await recordedUse.sum(ctx, asked)
  const running = await listRunningSessions(ctx, meters.some(({ counts }) => counts === "time") ? [id] : [])
  const recorded = await sumSessions(
    ctx,
    running.map((session) => session.id),
  )
  const now = ctx.clock.now()
  const described = meters.map((meter, index) => {
    const own = running.filter((session) => session.meter === meter.id)
    const used = own.reduce((sum, session) => {
      const hours = hoursOf(session.startedAt, now, true)
      const before = recorded.get(session.id)
      return plus(sum, before ? minus(hours, before) : hours)
    }, sums[index] ?? fraction(0n))
    const counted = used.numerator < 0n ? fraction(0n) : used
    const { amount, steps } = priceUse(month, { meter, used: counted }, ctx.language)
    return {
      ...meter,
      tiers: [...meter.tiers],
      used: sayQuantity(counted),
      running: own.length,
      amount: toWire(amount),
      steps: [...steps],
    }
  })
  return { subscriptionId: id, from: from.toString(), to: to.toString(), meters: described }
}
