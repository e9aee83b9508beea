import { sql } from "drizzle-orm"
import type { Transaction } from "../db.ts"
import type { DueSlot, Sweep } from "./define.ts"

export interface Planned {
  readonly sweep: Sweep
  readonly due: DueSlot
}

/** Those that would find nothing to do, by one question for all of them. */
export async function findIdle(
  db: Transaction,
  planned: readonly Planned[],
  now: Temporal.Instant,
): Promise<ReadonlySet<Planned>> {
  const asked = planned.flatMap((one) => {
    const isNeeded = one.sweep.isNeeded?.(one.due, now)
    return isNeeded ? [{ one, isNeeded }] : []
  })
  if (asked.length === 0) return new Set()
  const conditions = sql.join(
    asked.map(({ isNeeded }) => isNeeded),
    sql`, `,
  )
  const { rows } = await db.execute<{ needed: boolean[] }>(sql`select array[${conditions}] as needed`)
  const needed = rows[0]?.needed ?? []
  return new Set(asked.flatMap(({ one }, place) => (needed[place] === false ? [one] : [])))
}
