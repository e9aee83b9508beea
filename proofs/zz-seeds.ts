import { startTestCluster } from "#kit/postgres/test-cluster.ts"
import { prepareTemplate } from "#kit/testing/database.ts"
import { openSaleSimulation } from "#app/testing/sale-simulation.ts"
const from = Number(process.argv[2] ?? 1)
const count = Number(process.argv[3] ?? 50)
const cluster = await startTestCluster()
try {
  await prepareTemplate(cluster.superUrl)
  const t0 = performance.now()
  await using sim = await openSaleSimulation(cluster.superUrl)
  console.log("open ms", performance.now() - t0)
  const t = performance.now()
  let turns = 0, faults = 0
  const digests = new Map<number, string>()
  for (let s = from; s < from + count; s++) {
    try {
      const p = await sim.play(s)
      digests.set(s, p.digest)
      turns += p.story.length; faults += p.faults
    } catch (error) { console.log("seed", s, String((error as Error).stack).slice(0, 600)) }
  }
  console.log("ms per seed", (performance.now() - t) / count, "turns", turns / count, "faults", faults / count)
  const t2 = performance.now()
  await sim.check().catch((e: Error) => console.log(e.message.slice(0, 3000)))
  console.log("check ms", performance.now() - t2, "people", await sim.countNeedingPeople())
  if (process.argv[4]) {
    let other = 0
    for (let s = from; s < from + Math.min(count, 50); s++) {
      const p = await sim.play(s).catch(() => undefined)
      if (p && digests.get(s) !== p.digest) { other++; console.log("other digest", s) }
    }
    console.log("different", other)
  }
} finally { await cluster.stop() }
