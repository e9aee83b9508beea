import { startTestCluster } from "#kit/postgres/test-cluster.ts"
import { prepareTemplate } from "#kit/testing/database.ts"
import { proveCalls } from "./parts/fault-calls.ts"

const cluster = await startTestCluster()
await prepareTemplate(cluster.superUrl)
try {
  console.log(
    await proveCalls({ clusterUrl: cluster.superUrl, seed: 5 }, Number(process.argv[2]), process.argv[3]),
  )
} finally {
  await cluster.stop()
}
