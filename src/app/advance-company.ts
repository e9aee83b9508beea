import { setTimeout as pause } from "node:timers/promises"
import { beatClockMove, beginClockMove, endClockMove } from "#kit/clock/clock-move.ts"
import { moveCompanyClock } from "#kit/clock/company-clock.ts"
import { monotonicMs } from "#kit/clock.ts"
import { Refusal } from "#kit/refusal.ts"
import { advanceThroughDays } from "#kit/sweeps/advance-through-days.ts"
import { playDueSweeps, type SweepTenant } from "#kit/sweeps/play-due-sweeps.ts"
import { readUnrest } from "#kit/unrest.ts"
import { clockRefusals } from "./clock-errors.ts"
import type { Ground } from "./ground.ts"
import { sweeps } from "./sweeps.ts"
import { listTenantZones } from "./tenant-zones.ts"

export interface AdvanceWishes {
  /** Every moment at which something was played. */
  readonly onMoment?: (moment: Temporal.Instant) => void
  readonly signal?: AbortSignal
}

/** More would be a slip of the finger; a second move goes further. */
export const MOST_DAYS_AT_ONCE = 400
/** A call to a dead panel takes its time before it is given up; nothing takes longer than this without a worker missing. */
const PATIENCE_MS = 120_000
const LOOK_EVERY_MS = 25

/**
 * Plays the company's days up to a moment, whole: each day's sweeps in order, and what they start is over before
 * the next day begins. Work and events are played by whichever process is the worker; here they are waited for.
 */
export async function advanceCompany(
  ground: Ground,
  wishes: AdvanceWishes & { readonly by: Temporal.Duration },
): Promise<Temporal.Instant> {
  const to = ground.clock.now().toZonedDateTimeISO("UTC").add(wishes.by).toInstant()
  const { done } = await beginAdvance(ground, { ...wishes, to })
  await done
  return ground.clock.now()
}

/** The same for who won't wait: the move is under way, for everybody to see, once this resolves. */
export async function beginAdvance(
  ground: Ground,
  wishes: AdvanceWishes & { readonly to: Temporal.Instant },
): Promise<{ done: Promise<void> }> {
  const from = ground.clock.now()
  const mover = ground.newId("mov")
  if (from.until(wishes.to).total("hours") > MOST_DAYS_AT_ONCE * 24) {
    clockRefusals.refuse("clock.too_far", { days: MOST_DAYS_AT_ONCE })
  }
  if (!(await beginClockMove(ground.database, { mover, from, to: wishes.to }))) {
    clockRefusals.refuse("clock.already_moving")
  }
  return { done: finishAdvance(ground, { ...wishes, from, mover }) }
}

async function finishAdvance(ground: Ground, move: Move): Promise<void> {
  try {
    await playDays(ground, move)
    await endClockMove(ground.database, move.mover)
  } catch (error) {
    const code = error instanceof Refusal ? error.code : "clock.failed"
    await endClockMove(ground.database, move.mover, code)
    throw error
  }
}

interface Move extends AdvanceWishes {
  readonly from: Temporal.Instant
  readonly to: Temporal.Instant
  readonly mover: string
}

async function playDays(ground: Ground, move: Move): Promise<void> {
  const { database, clock } = ground
  const tenants = await listTenantZones(ground)
  await advanceThroughDays({
    from: move.from,
    to: move.to,
    zones: tenants.map((tenant) => tenant.zone),
    nextDue: async () => (await readUnrest(database, clock.now())).nextDue,
    moveTo: async (moment) => {
      if (move.signal?.aborted) clockRefusals.refuse("clock.stopped")
      if (!(await beatClockMove(database, move.mover))) clockRefusals.refuse("clock.already_moving")
      const missing = moment.epochMilliseconds - clock.now().epochMilliseconds
      if (missing <= 0) return
      await moveCompanyClock(database, missing)
      await ground.refreshClock()
    },
    settle: async (moment) => {
      await playSweeps(ground, tenants)
      await waitForRest(ground, move)
      move.onMoment?.(moment)
    },
  })
}

const MOST_TRIES = 3
const PAUSE_MS = 500

/** A sweep that fails holds up its day: time must not leave it behind. */
async function playSweeps(ground: Ground, tenants: readonly SweepTenant[]): Promise<void> {
  for (let tries = 1; ; tries++) {
    const { failed } = await playDueSweeps({ ...ground, sweeps, listTenants: async () => tenants })
    if (failed === 0) return
    if (tries >= MOST_TRIES) clockRefusals.refuse("clock.sweep_failed", { failed })
    await pause(PAUSE_MS)
  }
}

/** Until nothing is queued, running or undelivered any more. */
async function waitForRest(ground: Ground, move: Move): Promise<void> {
  const end = monotonicMs() + PATIENCE_MS
  let nextBeat = 0
  while ((await readUnrest(ground.database, ground.clock.now())).isBusy) {
    if (move.signal?.aborted) clockRefusals.refuse("clock.stopped")
    if (monotonicMs() > end) clockRefusals.refuse("clock.restless")
    if (monotonicMs() > nextBeat) {
      await beatClockMove(ground.database, move.mover)
      nextBeat = monotonicMs() + 2_000
    }
    await pause(LOOK_EVERY_MS)
  }
}
