import { expect, test } from "vitest"
import { createPageMemory } from "./page-memory.ts"

const page = { body: "<p>", etag: "1", headers: {} }

test("a page is forgotten after two seconds", () => {
  let now = 0
  const memory = createPageMemory(() => now)
  memory.keep("a", page)
  now = 1_999
  expect(memory.find("a")).toBe(page)
  now = 2_000
  expect(memory.find("a")).toBeUndefined()
})

test("made-up addresses push out the oldest, and the memory stays small", () => {
  const memory = createPageMemory(() => 0)
  for (let index = 0; index < 501; index++) memory.keep(`p${index}`, page)
  expect(memory.find("p0")).toBeUndefined()
  expect(memory.find("p1")).toBe(page)
  expect(memory.find("p500")).toBe(page)
})
