import { afterAll, beforeAll, describe, expect, inject, test } from "vitest"
import type { Race } from "#app/testing/race.ts"
import { races, runRace } from "#app/testing/race-meeting.ts"
import { openRaceStage, type RaceStage } from "#app/testing/race-stage.ts"
import { testCompany } from "#app/testing/test-company.ts"

/** Several people at the same instant: one effect, and a clear answer for everybody else. */

const SEED = 7
const MOST_SEEDS = 12
/** Whole workers take their time. */
const heatsOf = (race: Race) => (race.hasWorkers ? 2 : 3)

describe("in the order that a seed decides", () => {
  /** One company for all of them: to open one takes longer than most races. */
  let stage: RaceStage
  beforeAll(async () => {
    stage = await openRaceStage({ clusterUrl: inject("testClusterUrl"), seed: SEED })
  })
  afterAll(() => stage[Symbol.asyncDispose]())

  test.each(races)("$name", async (race) => {
    const heats = heatsOf(race)
    const orders = new Set<string>()
    // While one computes a password's hash on a busy machine, the others don't wait for it: then it takes more seeds.
    for (let seed = SEED; orders.size < 2 && seed < SEED + MOST_SEEDS; seed += heats) {
      const figures = await runRace(stage, { race, heats, seed })
      for (const order of figures.orders) orders.add(order)
      expect(figures.statements).toBeGreaterThan(heats * 8)
    }
    expect(orders.size).toBeGreaterThan(1)
  })
})

test("two tabs that pay one request share one attempt; return and notice at once settle it once", async () => {
  await using company = await testCompany()
  const order = await company.placeOrder()
  const again = await Promise.all(
    Array.from({ length: 6 }, () => order.by.api.billing.paymentRequests.pay({ id: order.requestId })),
  )
  expect(new Set(again.map((attempt) => attempt.id))).toEqual(new Set([order.attemptId]))
  await company.pay(order.attemptId)
  await Promise.all(
    Array.from({ length: 8 }, () => order.by.api.payments.attempts.refresh({ id: order.attemptId })),
  )
  await company.settle()
  const { items } = await order.by.api.billing.invoices.list({})
  expect(items).toHaveLength(1)
  expect((await order.by.api.provisioning.services.list({})).items).toHaveLength(1)
  await company.checkInvariants()
})
