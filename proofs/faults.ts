// faults: every call to gateway, panel and mail server spoilt in every way, and 10,000 webhooks repeated, shuffled, late and forged.
import { parseArgs } from "node:util"
import { startTestCluster } from "#kit/postgres/test-cluster.ts"
import { prepareTemplate } from "#kit/testing/database.ts"
import { tell } from "./parts/claim.ts"
import { proveCalls } from "./parts/fault-calls.ts"
import { proveMails } from "./parts/fault-mails.ts"
import { proveWebhooks } from "./parts/fault-webhooks.ts"

const { values } = parseArgs({
  options: {
    /** Trials of each call and fault. */
    times: { type: "string", default: "3" },
    webhooks: { type: "string", default: "10000" },
    seed: { type: "string", default: String(Math.floor(Math.random() * 1_000_000)) },
    /** "servers.create": this call alone. */
    call: { type: "string" },
    /** "calls", "mails" or "webhooks": this part alone. */
    part: { type: "string" },
  },
})
const seed = Number(values.seed)
console.log(`seed ${seed} (again: npm run proof -- faults --seed ${seed})`)

const cluster = await startTestCluster()
try {
  await prepareTemplate(cluster.superUrl)
  const ground = { clusterUrl: cluster.superUrl, seed }
  const isWanted = (part: string) => values.part === undefined || values.part === part
  const claims = [
    ...(isWanted("calls") ? await proveCalls(ground, Number(values.times), values.call) : []),
    ...(isWanted("mails") ? await proveMails(ground, Number(values.times)) : []),
    ...(isWanted("webhooks") ? await proveWebhooks(ground, Number(values.webhooks)) : []),
  ]
  process.exitCode = tell(claims) ? 0 : 1
} finally {
  await cluster.stop()
}
