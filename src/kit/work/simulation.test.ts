import { expect, test } from "vitest"
import { testDatabase } from "../testing/test-database.ts"
import { prepareOutside } from "./conformance/outside.ts"
import { simulateSaga } from "./conformance/simulated-saga.ts"

const SEEDS = 40
const ORDERS = 3

test(`${SEEDS} seeds of crashes, zombies and lost commits: one server, one activation, one mail per order`, async () => {
  await using at = await testDatabase({ runner: "memory" })
  await prepareOutside(at.ownerUrl)
  let faults = 0
  for (let seed = 1; seed <= SEEDS; seed++) {
    const played = await simulateSaga(at, { seed, orders: ORDERS })
    faults += played.faults
    expect(played.broken, `seed ${seed}: ${played.story.slice(-60).join(", ")}`).toEqual([])
  }
  expect(faults).toBeGreaterThan(SEEDS)
})

test("the same seed tells the same story", async () => {
  await using first = await testDatabase({ runner: "memory" })
  await using second = await testDatabase({ runner: "memory" })
  await prepareOutside(first.ownerUrl)
  await prepareOutside(second.ownerUrl)
  for (const seed of [7, 8, 9]) {
    const stories = [
      await simulateSaga(first, { seed, orders: ORDERS }),
      await simulateSaga(second, { seed, orders: ORDERS }),
    ].map(({ story }) => story)
    expect(stories[0]).toEqual(stories[1])
  }
})
