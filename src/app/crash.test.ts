import { expect, inject, test } from "vitest"
import "#kit/testing/test-database.ts"
import { createSeededRandom } from "#kit/work/seeded-random.ts"
import { openCrashTrial } from "./testing/crash-trial.ts"
import { createStrikePlan, isOfSale } from "./testing/strike-plan.ts"
import { openNursery } from "./testing/worker-nursery.ts"

const SEED = 20_261
const MOST_BLOWS = 6
const MOST_ROUNDS = 6
const ORDERS_A_ROUND = 3

test("a company whose worker is killed while it sells loses nothing and doubles nothing", async () => {
  await using nursery = await openNursery()
  const plan = createStrikePlan({ isWanted: isOfSale, mostBlows: MOST_BLOWS })
  await using trial = await openCrashTrial({
    clusterUrl: inject("testClusterUrl"),
    nursery,
    plan,
    random: createSeededRandom(SEED),
  })
  // A quick machine may be through with its orders before many blows have fallen: then it sells more.
  for (let round = 0; round < MOST_ROUNDS && trial.figures.blows.length < MOST_BLOWS; round += 1) {
    await trial.sell(ORDERS_A_ROUND)
  }
  const { blows, needingPeople } = trial.figures
  expect(blows.length).toBeGreaterThanOrEqual(MOST_BLOWS - 3)
  expect(needingPeople).toBe(0)
})
