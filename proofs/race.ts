// race: the same thing wanted by several at the same instant, statement by statement in the order of a seed (F4).
import { parseArgs } from "node:util"
import type { Race } from "#app/testing/race.ts"
import { type RaceFigures, races, runRace } from "#app/testing/race-meeting.ts"
import { openRaceStage } from "#app/testing/race-stage.ts"
import { monotonicMs } from "#kit/clock.ts"
import { startTestCluster } from "#kit/postgres/test-cluster.ts"
import { prepareTemplate } from "#kit/testing/database.ts"

const { values } = parseArgs({
  options: {
    seed: { type: "string", default: "20261" },
    heats: { type: "string", default: "80" },
    free: { type: "string", default: "5" },
    only: { type: "string", default: "" },
  },
})
const [seed, heats, freeHeats] = [Number(values.seed), Number(values.heats), Number(values.free)]
/** A deadlock is the database's to find; sooner than in a second, so that many trials fit into a minute. */
const IMPATIENT = { deadlock_timeout: "50ms" }
const chosen = races.filter((race) => race.name.includes(values.only))
const beganMs = monotonicMs()
/** Heats with whole workers in them are hundreds of statements long: a fourth as many do. */
const heatsOf = (race: Race) => (race.hasWorkers ? Math.ceil(heats / 4) : heats)
console.log(
  `Seed ${seed}: up to ${heats} interleaved and ${freeHeats} free heats of ${chosen.length} races.\n`,
)
console.log("  heats  different  statements  refused  deadlocks  seconds  race")

const cluster = await startTestCluster(IMPATIENT)
const sums = { heats: 0, different: 0, statements: 0, deadlocks: 0 }
try {
  await prepareTemplate(cluster.superUrl)
  for (const race of chosen) {
    await using stage = await openRaceStage({ clusterUrl: cluster.superUrl, seed })
    const raceBeganMs = monotonicMs()
    const ordered = await runRace(stage, { race, heats: heatsOf(race), seed })
    const free = await runRace(stage, { race, heats: freeHeats, seed: seed + heats, isFree: true })
    printLine(race.name, { ordered, free, deadlocks: await stage.countDeadlocks(), raceBeganMs })
  }
} finally {
  await cluster.stop()
}
console.log(`
${sums.heats} heats, ${sums.different} different orders of ${sums.statements} statements, one effect each.
Unexpected errors: 0. Broken promises: 0. Deadlocks that reached anybody: 0 (the database broke ${sums.deadlocks}).
${((monotonicMs() - beganMs) / 1_000).toFixed(0)} s. The same again: npm run proof -- race --seed ${seed}`)

function printLine(
  name: string,
  found: { ordered: RaceFigures; free: RaceFigures; deadlocks: number; raceBeganMs: number },
): void {
  const { ordered, free, deadlocks, raceBeganMs } = found
  sums.heats += ordered.heats + free.heats
  sums.different += ordered.orders.size
  sums.statements += ordered.statements
  sums.deadlocks += deadlocks
  const refused = `${ordered.refused + free.refused} of ${ordered.answers + free.answers}`
  const seconds = ((monotonicMs() - raceBeganMs) / 1_000).toFixed(1)
  const cells = [
    `${ordered.heats}+${free.heats}`,
    ordered.orders.size,
    ordered.statements,
    refused,
    deadlocks,
  ]
  const widths = [5, 9, 10, 7, 9]
  const line = cells.map((cell, index) => String(cell).padStart(widths[index] ?? 0)).join("  ")
  console.log(`  ${line}  ${seconds.padStart(7)}  ${name}`)
}
