import { sql } from "drizzle-orm"
import { expect, test } from "vitest"
import { createStillClock } from "../clock.ts"
import { attentive } from "./attentive-actor.ts"

test("an actor looks when it was stirred or its time has come, and not while it knows better", async () => {
  const clock = createStillClock("2026-03-02T00:00:00Z")
  let looks = 0
  let left = 1
  const act = async () => {
    looks += 1
    return left-- > 0
  }
  const actor = attentive({ name: "somebody", act, due: sql`now()` }, clock)
  const strike = () => {}
  const passTime = async (seconds: number) => {
    clock.advance({ seconds })
    await actor.act(strike)
    return looks
  }
  expect([await actor.act(strike), looks]).toEqual([true, 1])
  expect(await passTime(0), "nobody has told it of more").toBe(1)
  expect(await passTime(10), "it does not know when it is due").toBe(2)
  actor.learn?.(clock.now().add({ seconds: 60 }))
  expect(await passTime(59)).toBe(2)
  expect(await passTime(1)).toBe(3)
  actor.learn?.(undefined)
  expect(await passTime(1_000)).toBe(3)
  actor.stir()
  expect(await passTime(0)).toBe(4)
  actor.learn?.(clock.now())
  expect(await passTime(0), "due at this very moment").toBe(5)
})
