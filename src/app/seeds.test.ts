import { expect, inject, test } from "vitest"
import "#kit/testing/test-database.ts"
import { openSaleSimulation } from "./testing/sale-simulation.ts"

/** Between them they die, stand still, lose commits, and meet a gateway and a panel in trouble. */
const SEEDS = [1, 13, 14, 38]

test("whatever a seed does to a sale, it ends once; and the same seed does the same again", async () => {
  await using simulation = await openSaleSimulation(inject("testClusterUrl"))
  const played = []
  for (const seed of SEEDS) played.push(await simulation.play(seed))
  expect(played.reduce((total, one) => total + one.faults, 0)).toBeGreaterThan(SEEDS.length)
  for (const { seed, digest } of played.slice(0, 1)) {
    expect((await simulation.play(seed)).digest).toBe(digest)
  }
  await simulation.check()
  expect(await simulation.countNeedingPeople()).toBe(0)
})
