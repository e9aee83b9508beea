// billing-races: runs beside runs, notices beside clicks, a worker killed in the midst, and bugs planted to be caught (F4, F1).
import { parseArgs } from "node:util"
import { billingRaces } from "#app/testing/race-meeting.ts"
import { monotonicMs } from "#kit/clock.ts"
import { startTestCluster } from "#kit/postgres/test-cluster.ts"
import { prepareTemplate } from "#kit/testing/database.ts"
import { type Claim, judge, tell } from "./parts/claim.ts"
import { tryMutants } from "./parts/mutant-trial.ts"
import { mutantsOfBilling } from "./parts/mutants.ts"
import { runRaces } from "./parts/race-table.ts"
import { playRenewalKills } from "./parts/renewal-kills.ts"

const { values } = parseArgs({
  options: {
    seed: { type: "string", default: "20271" },
    heats: { type: "string", default: "120" },
    free: { type: "string", default: "5" },
    /** Agreements that are renewed while the worker dies, and for how many months. */
    agreements: { type: "string", default: "12" },
    months: { type: "string", default: "3" },
    /** "races", "kills" or "mutants": this part alone. */
    part: { type: "string" },
  },
})
const LEAST_MUTANTS = 15
const seed = Number(values.seed)
const isWanted = (part: string) => values.part === undefined || values.part === part
const beganMs = monotonicMs()
const claims: Claim[] = []
console.log(`Seed ${seed}: --seed ${seed} draws the same orders again.\n`)
const cluster = await startTestCluster({ deadlock_timeout: "50ms" })
try {
  await prepareTemplate(cluster.superUrl)
  if (isWanted("races")) claims.push(...(await proveRaces(cluster.superUrl)))
  if (isWanted("kills")) claims.push(...(await proveKills(cluster.superUrl)))
} finally {
  await cluster.stop()
}
if (isWanted("mutants")) {
  const failures = await tryMutants(mutantsOfBilling)
  const caught = mutantsOfBilling.length - failures
  const words = `${caught} of ${mutantsOfBilling.length}`
  claims.push(judge(failures === 0 && caught >= LEAST_MUTANTS, "planted bugs that were caught", words))
}
process.exitCode = tell(claims) ? 0 : 1
console.log(`\n${((monotonicMs() - beganMs) / 1_000).toFixed(0)} s.`)

async function proveRaces(clusterUrl: string): Promise<Claim[]> {
  const [heats, freeHeats] = [Number(values.heats), Number(values.free)]
  const found = await runRaces({ clusterUrl, races: billingRaces, seed, heats, freeHeats })
  return [
    judge(found.heats > 0, "heats, each with one effect and every promise kept", String(found.heats)),
    judge(found.different > 0, "different orders of statements", `${found.different} of ${found.statements}`),
  ]
}

async function proveKills(clusterUrl: string): Promise<Claim[]> {
  const [agreements, months] = [Number(values.agreements), Number(values.months)]
  const say = (words: string) => console.log(`  ${words}`)
  const { deaths, places, paid, violations } = await playRenewalKills({
    clusterUrl,
    seed,
    agreements,
    months,
    say,
  })
  for (const words of violations) console.log(`\nVIOLATION: ${words}`)
  return [
    judge(deaths > 0, "times the worker was killed while it renewed", `${deaths}, at ${places} places`),
    judge(paid === agreements * months, "renewals asked for, charged and paid once each", String(paid)),
    judge(violations.length === 0, "broken promises, I1 to I17", String(violations.length)),
  ]
}
