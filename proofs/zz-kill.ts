import { startTestCluster } from "#kit/postgres/test-cluster.ts"
import { prepareTemplate } from "#kit/testing/database.ts"
import { createSeededRandom } from "#kit/work/seeded-random.ts"
import { openCrashTrial } from "#app/testing/crash-trial.ts"
import { createStrikePlan, isOfSale } from "#app/testing/strike-plan.ts"
import { openNursery } from "#app/testing/worker-nursery.ts"
const n = Number(process.argv[2] ?? 20)
const companies = Number(process.argv[3] ?? 1)
const rounds = Number(process.argv[4] ?? 1)
const cluster = await startTestCluster()
await prepareTemplate(cluster.superUrl)
{
  await using nursery = await openNursery({ size: 2 * companies })
  const plan = createStrikePlan({ isWanted: isOfSale })
  const t0 = performance.now()
  await Promise.all(Array.from({ length: companies }, async (_, i) => {
    await using trial = await openCrashTrial({ clusterUrl: cluster.superUrl, nursery, plan, random: createSeededRandom(7 + i) })
    for (let r = 0; r < rounds; r++) {
      const t = performance.now()
      await trial.sell(n)
      const f = trial.figures
      const rec = f.blows.map((b) => b.recoveredMs).sort((a, b) => a - b)
      console.log(i, r, "orders", f.orders, "blows", f.blows.length, "s", ((performance.now() - t) / 1000).toFixed(1), "p50", rec[rec.length >> 1], "max", rec.at(-1), "places", plan.counts.size, "least", Math.min(...[...plan.counts.values()].map((c) => c.fallen)))
    }
  }))
  console.log("total s", (performance.now() - t0) / 1000)
  if (process.argv[5]) for (const c of plan.counts.values()) console.log(c.fallen, c.blow, c.place)
}
await cluster.stop()
