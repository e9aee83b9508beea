import { eq, sql } from "drizzle-orm"
import type { Database } from "../db.ts"
import { COMPANY_CLOCK } from "./company-clock.ts"
import { clockOffsets } from "./tables.ts"

/** Moving time takes a while, for each day is played on its way. One process does it; all can see how far it is. */
export interface ClockMove {
  readonly from: Temporal.Instant
  readonly to: Temporal.Instant
  /** False when whoever moved it gave up or died: anyone may go on. */
  readonly isAlive: boolean
  /** Why it gave up, for people. */
  readonly problem: string | null
}

/** A mover beats at least every few seconds; one that was silent for so long is gone. */
const SILENT_SECONDS = 20
const silence = sql`make_interval(secs => ${SILENT_SECONDS}::double precision)`

/** Takes the one place of the mover. False when another process moves time right now. */
export async function beginClockMove(
  database: Database,
  move: { readonly mover: string; readonly from: Temporal.Instant; readonly to: Temporal.Instant },
): Promise<boolean> {
  const row = {
    moveFrom: move.from,
    moveTo: move.to,
    moveProblem: null,
    mover: move.mover,
    moverSeenAt: sql`clock_timestamp()`,
  }
  const taken = await database.transactAcrossTenants((db) =>
    db
      .insert(clockOffsets)
      .values({ id: COMPANY_CLOCK, offsetMs: 0, ...row })
      .onConflictDoUpdate({
        target: clockOffsets.id,
        set: row,
        setWhere: sql`${clockOffsets.mover} is null or ${clockOffsets.moverSeenAt} < clock_timestamp() - ${silence}`,
      })
      .returning({ id: clockOffsets.id }),
  )
  return taken.length > 0
}

/** "I am still at it." False when the place was given to another: then it must not be moved any further. */
export async function beatClockMove(database: Database, mover: string): Promise<boolean> {
  const beaten = await database.transactAcrossTenants((db) =>
    db
      .update(clockOffsets)
      .set({ moverSeenAt: sql`clock_timestamp()` })
      .where(sql`${clockOffsets.id} = ${COMPANY_CLOCK} and ${clockOffsets.mover} = ${mover}`)
      .returning({ id: clockOffsets.id }),
  )
  return beaten.length > 0
}

/** Arrived, or given up with a reason: then where it should have gone stays written down. */
export async function endClockMove(
  database: Database,
  mover: string,
  problem: string | null = null,
): Promise<void> {
  const ended = { mover: null, moverSeenAt: null }
  await database.transactAcrossTenants((db) =>
    db
      .update(clockOffsets)
      .set(problem === null ? { ...ended, moveFrom: null, moveTo: null } : { ...ended, moveProblem: problem })
      .where(sql`${clockOffsets.id} = ${COMPANY_CLOCK} and ${clockOffsets.mover} = ${mover}`),
  )
}

/** How far time runs ahead, and the move that is under way or was cut short. */
export async function readClockMove(
  database: Database,
): Promise<{ offsetMs: number; move: ClockMove | undefined }> {
  const [row] = await database.transactAcrossTenants((db) =>
    db
      .select({
        offsetMs: clockOffsets.offsetMs,
        from: clockOffsets.moveFrom,
        to: clockOffsets.moveTo,
        problem: clockOffsets.moveProblem,
        isAlive: sql<boolean>`${clockOffsets.mover} is not null
          and ${clockOffsets.moverSeenAt} >= clock_timestamp() - ${silence}`,
      })
      .from(clockOffsets)
      .where(eq(clockOffsets.id, COMPANY_CLOCK))
      .limit(1),
  )
  const move =
    row?.from && row.to
      ? { from: row.from, to: row.to, isAlive: row.isAlive, problem: row.problem }
      : undefined
  return { offsetMs: row?.offsetMs ?? 0, move }
}
