import { startTestCluster } from "#kit/postgres/test-cluster.ts"
import { prepareTemplate } from "#kit/testing/database.ts"
import { openSaleSimulation } from "#app/testing/sale-simulation.ts"
import pg from "pg"
const counts = new Map<string, number>()
let on = false
const q = pg.Client.prototype.query as any
;(pg.Client.prototype as any).query = function (...a: any[]) {
  if (on) {
    const t = (typeof a[0] === "string" ? a[0] : a[0].text).replace(/\s+/g, " ").slice(0, 110)
    counts.set(t, (counts.get(t) ?? 0) + 1)
  }
  return q.apply(this, a)
}
const cluster = await startTestCluster()
try {
  await prepareTemplate(cluster.superUrl)
  await using sim = await openSaleSimulation(cluster.superUrl)
  for (let s = 1; s < 4; s++) await sim.play(s)
  on = true
  const N = 10
  const lines = new Map<string, number>()
  let turns = 0
  for (let s = 10; s < 10 + N; s++) { const p = await sim.play(s); turns += p.story.length; for (const l of p.story) { const k = l.replace(/worker-\d+/, "w").replace(/time .*/, "time").replace(/(after|at) (\S+) .*/, "$1 $2").replace(/segment \d+/, "segment"); lines.set(k, (lines.get(k) ?? 0) + 1) } }
  on = false
  let total = 0; for (const v of counts.values()) total += v
  console.log("statements per seed", total / N, "turns", turns / N)
  for (const [t, n] of [...counts].sort((a, b) => b[1] - a[1]).slice(0, 60)) console.log((n / N).toFixed(1).padStart(7), t)
  for (const [t, n] of [...lines].sort((a, b) => b[1] - a[1]).slice(0, 30)) console.log((n / N).toFixed(1).padStart(7), t)
} finally { await cluster.stop() }
