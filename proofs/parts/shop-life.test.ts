import { expect, inject, test } from "vitest"
import "#kit/testing/test-database.ts"
import { playShop } from "./shop-life.ts"

/** `npm run proof -- billing-properties` plays hundreds of them. */
test("random customers of a real shop leave the books that a slow count says", async () => {
  const { wrong, papers, explained } = await playShop(inject("testClusterUrl"), {
    seed: 11,
    customers: 3,
    rounds: 3,
  })
  expect(wrong).toEqual([])
  expect(papers).toBeGreaterThan(2)
  expect(explained).toBeGreaterThan(1)
})
