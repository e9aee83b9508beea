import { expect, test } from "vitest"
import { createStillClock } from "./clock.ts"
import { createIds, ID_PATTERN, isId } from "./id.ts"

test("ids say what they are, sort by birth and don't repeat", () => {
  const clock = createStillClock("2026-03-01T00:00:00Z")
  const newId = createIds(clock)
  const ids: string[] = []
  for (let index = 0; index < 1_000; index++) {
    ids.push(newId("inv"))
    clock.advance({ milliseconds: 1 })
  }
  expect(new Set(ids).size).toBe(1_000)
  expect([...ids].sort()).toEqual(ids)
  expect(ids.every((id) => ID_PATTERN.test(id) && isId("inv", id))).toBe(true)
  expect(isId("inv", "inv_../etc/passwd")).toBe(false)
})

test("the bytes are a UUIDv7: the same time and randomness give the same id", () => {
  const clock = createStillClock("2026-03-01T00:00:00Z")
  const make = () => createIds(clock, (bytes) => bytes.fill(0xff))("ord")
  expect(make()).toBe(make())
  expect(make()).toHaveLength(30)
})
