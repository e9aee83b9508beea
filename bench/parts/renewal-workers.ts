import { fork } from "node:child_process"
import { once } from "node:events"
import { join } from "node:path"
import { pathToFileURL } from "node:url"
import { type Comparison, comparePairs } from "./pairs.ts"
import { openRenewalCopy } from "./renewal-copy.ts"
import { FILES_PLACE, type RenewalStock, type RenewalYard, SHOPS } from "./renewal-stock.ts"

/** As in renewals.ts: one before, one to warm up, seven that count. */
const SLICES = 9
const CHUNK = 200

/** Two programs, each with the run of a shop of its own, beside one that copies what both wrote. */
export async function compareTwoWorkers(
  yard: RenewalYard,
  /** In each of the two. */
  subscriptions: number,
): Promise<Comparison> {
  await using stock = await yard.openStock({ subscriptions, duePercent: 100, isTwoShops: true })
  await using workers = await openWorkers(stock)
  using copy = await openRenewalCopy(stock.database)
  const chunks = Math.floor(subscriptions / CHUNK / SLICES)
  let lastRenewals = 0
  const subject = async () => {
    const tookMs = await workers.renew(chunks)
    lastRenewals = await copy.cut()
    if (lastRenewals === 0) throw new Error("There is nobody left to ask.")
    return (tookMs / lastRenewals) * 1_000
  }
  await subject()
  return await comparePairs({
    name: `two workers, two series, ${(2 * subscriptions).toLocaleString("en")} / COPY of the same rows by one`,
    unit: "µs each",
    target: { atMost: 1, isGoal: true },
    reference: async () => ((await copy.copyMs()) / lastRenewals) * 1_000,
    subject,
  })
}

interface Workers extends AsyncDisposable {
  /** So many chunks by each of them at once: how long until the last one was done. */
  renew(chunks: number): Promise<number>
}

async function openWorkers({ appUrl }: RenewalStock): Promise<Workers> {
  const warnings = pathToFileURL(join(import.meta.dirname, "../../bin/known-warnings.mjs")).href
  const children = SHOPS.map((tenant) => {
    const words = JSON.stringify({ appUrl, filesPlace: FILES_PLACE, tenant })
    return fork(join(import.meta.dirname, "renewing.ts"), [words], { execArgv: ["--import", warnings] })
  })
  const said = () => Promise.all(children.map((child) => once(child, "message")))
  await said()
  return {
    renew: async (chunks) => {
      const startedMs = performance.now()
      const done = said()
      for (const child of children) child.send(chunks)
      await done
      return performance.now() - startedMs
    },
    [Symbol.asyncDispose]: async () => {
      const gone = Promise.all(children.map((child) => once(child, "exit")))
      for (const child of children) child.disconnect()
      await gone
    },
  }
}
