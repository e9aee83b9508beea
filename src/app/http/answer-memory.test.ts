import { expect, test } from "vitest"
import { createAnswerMemory, recallShown } from "./answer-memory.ts"

/** Asks the same question again and again, and counts how often somebody had to answer it. */
function countingShop(monotonic: () => number = () => 0) {
  const memory = createAnswerMemory(monotonic)
  let asked = 0
  const ask = async () => ++asked
  return { memory, ask, recall: (tenant = "one", question = "q") => memory.recall(tenant, question, ask) }
}

test("an answer is remembered for five seconds", async () => {
  let now = 0
  const { recall } = countingShop(() => now)
  expect(await recall()).toBe(1)
  now = 4_999
  expect(await recall()).toBe(1)
  now = 5_000
  expect(await recall()).toBe(2)
})

test("news of a shop drop its answers and nobody else's; news without a name drop all", async () => {
  const { memory, recall } = countingShop()
  expect([await recall("one"), await recall("other")]).toEqual([1, 2])
  memory.forget("one")
  expect([await recall("one"), await recall("other")]).toEqual([3, 2])
  memory.forget(undefined)
  expect([await recall("one"), await recall("other")]).toEqual([4, 5])
})

test("what was asked before the news came is not kept after them", async () => {
  const { memory, recall } = countingShop()
  const late = memory.recall("one", "q", async () => {
    memory.forget("one")
    return "old"
  })
  expect(await late).toBe("old")
  expect(await recall("one")).toBe(1)
})

test("made-up questions push out the oldest, and long ones are not kept", async () => {
  const { recall } = countingShop()
  for (let index = 0; index <= 200; index++) await recall("one", `q${index}`)
  expect(await recall("one", "q0")).toBe(202)
  expect(await recall("one", "q200")).toBe(201)
  const long = "q".repeat(301)
  expect(await recall("one", long)).not.toBe(await recall("one", long))
})

test("of what a visitor's page asks only the shop window is recalled, each language for itself", async () => {
  const { memory, ask } = countingShop()
  const recall = (name: string, language: "en" | "ko", input?: unknown) =>
    recallShown(memory, { tenant: "one", language })({ path: name.split("."), input }, ask)
  expect(await recall("catalog.products.get", "en", { slug: "vps" })).toBe(1)
  expect(await recall("catalog.products.get", "en", { slug: "vps" })).toBe(1)
  expect(await recall("catalog.products.get", "en", { slug: "web" })).toBe(2)
  expect(await recall("catalog.products.get", "ko", { slug: "vps" })).toBe(3)
  expect(await recall("orders.carts.get", "en")).toBe(4)
  expect(await recall("orders.carts.get", "en")).toBe(5)
})
