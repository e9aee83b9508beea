import { cloneTestDatabase } from "#kit/testing/database.ts"
import { prepareOutside } from "#kit/work/conformance/outside.ts"
import { type SimulatedSaga, simulateSaga } from "#kit/work/conformance/simulated-saga.ts"
import type { PlayedBatch } from "./seed-batch.ts"

/** One order a seed: what two of them do to each other is the whole sale's matter. */
const ORDERS = 1

/** Seeds of a bare saga, one after the other in one database; the first of them again in another. */
export async function playSagas(clusterUrl: string, seeds: readonly number[]): Promise<PlayedBatch> {
  const played: SimulatedSaga[] = []
  const violations: { seeds: number[]; words: string }[] = []
  await inDatabase(clusterUrl, async (play) => {
    for (const seed of seeds) {
      const saga = await play(seed).catch((error: unknown) => wordsOf(error))
      if (typeof saga === "string") violations.push({ seeds: [seed], words: saga })
      else if (saga.broken.length > 0) violations.push({ seeds: [seed], words: saga.broken.join("; ") })
      if (typeof saga !== "string") played.push(saga)
    }
  })
  const [first = 0] = seeds
  const again = await inDatabase(clusterUrl, (play) => play(first))
  const add = (count: (one: SimulatedSaga) => number) => played.reduce((total, one) => total + count(one), 0)
  return {
    seeds: played.length,
    orders: add((one) => one.orders.length),
    faults: add((one) => one.faults),
    turns: add((one) => one.story.length),
    needingPeople: 0,
    isSameAgain: again.digest === played[0]?.digest,
    violations,
  }
}

/** One seed, told turn by turn. */
export async function replaySaga(clusterUrl: string, seed: number): Promise<readonly SimulatedSaga[]> {
  const once = () => inDatabase(clusterUrl, (play) => play(seed))
  return [await once(), await once()]
}

async function inDatabase<Result>(
  clusterUrl: string,
  body: (play: (seed: number) => Promise<SimulatedSaga>) => Promise<Result>,
): Promise<Result> {
  await using at = await cloneTestDatabase(clusterUrl, { runner: "memory" })
  await prepareOutside(at.ownerUrl)
  return await body((seed) => simulateSaga(at, { seed, orders: ORDERS }))
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
