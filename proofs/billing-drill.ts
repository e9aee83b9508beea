// billing-drill: a wrong price is published, seen, asked and paid all the same; one command puts it right (F15).
import { parseArgs } from "node:util"
import { openCompany } from "#app/testing/company.ts"
import { monotonicMs } from "#kit/clock.ts"
import { startTestCluster } from "#kit/postgres/test-cluster.ts"
import { prepareTemplate } from "#kit/testing/database.ts"
import { type Claim, judge, tell } from "./parts/claim.ts"
import { playPriceDrill } from "./parts/price-drill.ts"

const { values } = parseArgs({
  options: { drills: { type: "string", default: "10" }, customers: { type: "string", default: "6" } },
})
const [drills, customers] = [Number(values.drills), Number(values.customers)]
/** One zero too many, two, a mere double and a half more. */
const wrongs = ["110000", "1100000", "27500", "33000"] as const
const beganMs = monotonicMs()
const cluster = await startTestCluster()
const claims: Claim[] = []
try {
  await prepareTemplate(cluster.superUrl)
  for (let drill = 0; drill < drills; drill++) {
    const wrongMinor = wrongs[drill % wrongs.length] ?? wrongs[0]
    const paysEvery = 1 + (drill % 3)
    await using company = await openCompany({
      clusterUrl: cluster.superUrl,
      player: { kind: "memory", seed: drill + 1 },
    })
    console.log(
      `Drill ${drill + 1}: ${wrongMinor} instead of 11000, every ${paysEvery}. of ${customers} pays it.`,
    )
    const found = await playPriceDrill(company, { customers, paysEvery, wrongMinor })
    const invariants = await company.checkInvariants()
    claims.push(...found, judge(invariants.length > 0, `${invariants.length} promises of the house hold`))
  }
} finally {
  await cluster.stop()
}
process.exitCode = tell(claims) ? 0 : 1
console.log(`\n${drills} drills. ${((monotonicMs() - beganMs) / 1_000).toFixed(0)} s.`)
