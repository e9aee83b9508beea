import { expect, inject, test } from "vitest"
import "#kit/testing/test-database.ts"
import { createSeededRandom } from "#kit/work/seeded-random.ts"
import { openCrashTrial } from "./testing/crash-trial.ts"
import { createStrikePlan, isOfSale } from "./testing/strike-plan.ts"
import { openNursery } from "./testing/worker-nursery.ts"

const SEED = 20_261
const MOST_BLOWS = 6

test("a company whose worker is killed while it sells loses nothing and doubles nothing", async () => {
  await using nursery = await openNursery()
  const plan = createStrikePlan({ isWanted: isOfSale, mostBlows: MOST_BLOWS })
  await using trial = await openCrashTrial({
    clusterUrl: inject("testClusterUrl"),
    nursery,
    plan,
    random: createSeededRandom(SEED),
  })
  await trial.sell(4)
  const { blows, needingPeople } = trial.figures
  expect(blows.length).toBeGreaterThanOrEqual(MOST_BLOWS - 3)
  expect(needingPeople).toBe(0)
}, 120_000)
