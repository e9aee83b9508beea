// race: the same thing wanted by several at the same instant, statement by statement in the order of a seed (F4).
import { parseArgs } from "node:util"
import { races } from "#app/testing/race-meeting.ts"
import { monotonicMs } from "#kit/clock.ts"
import { startTestCluster } from "#kit/postgres/test-cluster.ts"
import { prepareTemplate } from "#kit/testing/database.ts"
import { runRaces } from "./parts/race-table.ts"

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
console.log(
  `Seed ${seed}: up to ${heats} interleaved and ${freeHeats} free heats of ${chosen.length} races.\n`,
)
const cluster = await startTestCluster(IMPATIENT)
try {
  await prepareTemplate(cluster.superUrl)
  const wish = { clusterUrl: cluster.superUrl, races: chosen, seed, heats, freeHeats }
  const { heats: all, different, statements, deadlocks } = await runRaces(wish)
  console.log(`
${all} heats, ${different} different orders of ${statements} statements, one effect each.
Unexpected errors: 0. Broken promises: 0. Deadlocks that reached anybody: 0 (the database broke ${deadlocks}).
${((monotonicMs() - beganMs) / 1_000).toFixed(0)} s. The same again: npm run proof -- race --seed ${seed}`)
} finally {
  await cluster.stop()
}
