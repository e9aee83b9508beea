import { execSync } from "node:child_process"
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
  const pgCpu = () => execSync(`for p in $(pgrep -f "test_[0-9a-f]{32}"); do cat /proc/$p/stat 2>/dev/null; done`).toString().trim().split("\n").map((l) => l.replace(/.*\) /, "").split(" ")).reduce((a, f) => a + Number(f[11]) + Number(f[12]), 0) * 10
  await sim.play(999999)
  const c1 = process.cpuUsage(), g1 = pgCpu()
  let turns = 0, faults = 0
  const digests = new Map<number, string>()
  for (let s = from; s < from + count; s++) {
    try {
      const c0 = process.cpuUsage(), w0 = performance.now()
      const p = await sim.play(s)
      const c = process.cpuUsage(c0)
      if (process.env.V) console.log(s, "wall", Math.round(performance.now() - w0), "user", c.user / 1000 | 0, "sys", c.system / 1000 | 0, "turns", p.story.length, JSON.stringify(p.plan.outside), JSON.stringify(p.plan.buyers))
      digests.set(s, p.digest)
      turns += p.story.length; faults += p.faults
    } catch (error) { console.log("seed", s, String((error as Error).stack).slice(0, 600)) }
  }
  const c2 = process.cpuUsage(c1)
  console.log("cpu ms per seed: node user", c2.user / 1000 / count, "sys", c2.system / 1000 / count, "pg", (pgCpu() - g1) / count)
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
