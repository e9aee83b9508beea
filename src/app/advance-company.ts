import { sql } from "drizzle-orm"
import { moveCompanyClock } from "#kit/clock/company-clock.ts"
import { monotonicMs } from "#kit/clock.ts"
import { advanceThroughDays } from "#kit/sweeps/advance-through-days.ts"
import { playDueSweeps } from "#kit/sweeps/play-due-sweeps.ts"
import { findSettings, listTenants } from "#tenancy"
import type { Ground } from "./ground.ts"
import { sweeps } from "./sweeps.ts"

export interface AdvanceWish {
  readonly by: Temporal.Duration
  readonly onMoment?: (moment: Temporal.Instant) => void
  /** How long one day may take on the machine before we ask whether anybody is working. */
  readonly mostMsPerDay?: number
}

/** Plays the company's next days one after the other, for every tenant; whoever plays work goes along. */
export async function advanceCompany(ground: Ground, wish: AdvanceWish): Promise<Temporal.Instant> {
  const from = ground.clock.now()
  const to = from.toZonedDateTimeISO("UTC").add(wish.by).toInstant()
  const tenants = await listZones(ground)
  await advanceThroughDays({
    from,
    to,
    zones: [...new Set(tenants.map((one) => one.zone))],
    moveTo: async (moment) => {
      const byMs = moment.epochMilliseconds - ground.clock.now().epochMilliseconds
      if (byMs > 0) await moveCompanyClock(ground.database, byMs)
      await ground.refreshClock()
      wish.onMoment?.(moment)
    },
    settle: () => settle(ground, tenants, wish.mostMsPerDay ?? MOST_MS_PER_DAY),
  })
  return ground.clock.now()
}

const MOST_MS_PER_DAY = 60_000
const LOOK_EVERY_MS = 100

type Zone = { readonly id: string; readonly zone: string }

async function settle(ground: Ground, tenants: readonly Zone[], mostMs: number): Promise<void> {
  const until = monotonicMs() + mostMs
  for (;;) {
    const { failed } = await playDueSweeps({ ...ground, sweeps, listTenants: async () => tenants })
    const open = await countOpen(ground, tenants)
    if (failed === 0 && open === 0) return
    if (monotonicMs() > until) {
      throw new Error(
        `The day does not end: ${open} pieces of work are still open and ${failed} sweeps failed. Is a worker running?`,
      )
    }
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS))
  }
}

/** Work that could go on now, and events not yet answered. What waits for a person waits for no day. */
async function countOpen(ground: Ground, tenants: readonly Zone[]): Promise<number> {
  let total = 0
  for (const { id } of tenants) {
    const now = ground.clock.now().toString()
    const found = await ground.inTenant(id, (ctx) =>
      ctx.db.execute<{ open: string }>(sql`
        select (select count(*) from work.operations
            where state in ('queued', 'running', 'undoing') or (state = 'waiting' and due_at <= ${now}::timestamptz))
          + (select count(*) from events.events where dispatched_at is null)
          + (select count(*) from events.deliveries where state = 'waiting' and next_at <= ${now}::timestamptz)
          as open`),
    )
    total += Number(found.rows[0]?.open)
  }
  return total
}

async function listZones(ground: Ground): Promise<Zone[]> {
  const found: Zone[] = []
  for (const { id } of await ground.database.transactAcrossTenants(listTenants)) {
    const settings = await ground.inTenant(id, findSettings)
    if (settings) found.push({ id, zone: settings.timeZone })
  }
  return found
}
