import type { Transaction } from "../db.ts"
import { askNeeded } from "./ask-needed.ts"
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
  const needed = await askNeeded(
    db,
    asked.map(({ isNeeded }) => isNeeded),
  )
  return new Set(asked.flatMap(({ one }, place) => (needed[place] === false ? [one] : [])))
}
