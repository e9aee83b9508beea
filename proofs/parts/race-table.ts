import type { Race } from "#app/testing/race.ts"
import { type RaceFigures, runRace } from "#app/testing/race-meeting.ts"
import { openRaceStage } from "#app/testing/race-stage.ts"
import { monotonicMs } from "#kit/clock.ts"

export interface RaceTableWish {
  readonly clusterUrl: string
  readonly races: readonly Race[]
  readonly seed: number
  /** In the order of a seed, and in the machine's own. */
  readonly heats: number
  readonly freeHeats: number
}

export interface RaceSums {
  heats: number
  different: number
  statements: number
  deadlocks: number
}

/** Runs each race and tells a line of it; throws at the first heat that is not as it must be. */
export async function runRaces(wish: RaceTableWish): Promise<RaceSums> {
  const { clusterUrl, races, seed, freeHeats } = wish
  const sums: RaceSums = { heats: 0, different: 0, statements: 0, deadlocks: 0 }
  console.log("  heats  different  statements  refused  deadlocks  seconds  race")
  for (const race of races) {
    await using stage = await openRaceStage({ clusterUrl, seed })
    const beganMs = monotonicMs()
    // Heats with whole workers in them are hundreds of statements long: a fourth as many do.
    const heats = race.hasWorkers ? Math.ceil(wish.heats / 4) : wish.heats
    const ordered = await runRace(stage, { race, heats, seed })
    const free = await runRace(stage, { race, heats: freeHeats, seed: seed + wish.heats, isFree: true })
    const deadlocks = await stage.countDeadlocks()
    sums.heats += ordered.heats + free.heats
    sums.different += ordered.orders.size
    sums.statements += ordered.statements
    sums.deadlocks += deadlocks
    printLine(race.name, { ordered, free, deadlocks, beganMs })
  }
  return sums
}

function printLine(
  name: string,
  found: { ordered: RaceFigures; free: RaceFigures; deadlocks: number; beganMs: number },
): void {
  const { ordered, free, deadlocks, beganMs } = found
  const cells = [
    `${ordered.heats}+${free.heats}`,
    ordered.orders.size,
    ordered.statements,
    `${ordered.refused + free.refused} of ${ordered.answers + free.answers}`,
    deadlocks,
  ]
  const widths = [5, 9, 10, 7, 9]
  const line = cells.map((cell, index) => String(cell).padStart(widths[index] ?? 0)).join("  ")
  const seconds = ((monotonicMs() - beganMs) / 1_000).toFixed(1)
  console.log(`  ${line}  ${seconds.padStart(7)}  ${name}`)
}
