import { expect, test } from "vitest"
import { createPageMemory } from "./page-memory.ts"

const page = { body: "<p>", etag: "1", headers: {} }

test("a page is forgotten after two seconds, where news come after ten", () => {
  let now = 0
  const monotonic = () => now
  const alone = createPageMemory({ monotonic })
  const informed = createPageMemory({ monotonic, isInformed: true })
  for (const memory of [alone, informed]) memory.keep("a", page, memory.moment())
  now = 1_999
  expect(alone.find("a")).toBe(page)
  now = 2_000
  expect(alone.find("a")).toBeUndefined()
  now = 9_999
  expect(informed.find("a")).toBe(page)
  now = 10_000
  expect(informed.find("a")).toBeUndefined()
})

test("news of a shop drop its pages, and keep those from being kept that were rendered meanwhile", () => {
  const memory = createPageMemory({ monotonic: () => 0 })
  const before = memory.moment()
  memory.keep("shop.test http://shop.test/", page, before)
  memory.keep("other.test http://other.test/", page, before)
  memory.forget((host) => host === "shop.test")
  memory.keep("shop.test http://shop.test/late", page, before)
  expect(memory.find("shop.test http://shop.test/")).toBeUndefined()
  expect(memory.find("shop.test http://shop.test/late")).toBeUndefined()
  expect(memory.find("other.test http://other.test/")).toBe(page)
})

test("made-up addresses push out the oldest, and the memory stays small", () => {
  const memory = createPageMemory({ monotonic: () => 0 })
  for (let index = 0; index < 501; index++) memory.keep(`p${index}`, page, 0)
  expect(memory.find("p0")).toBeUndefined()
  expect(memory.find("p1")).toBe(page)
  expect(memory.find("p500")).toBe(page)
})
