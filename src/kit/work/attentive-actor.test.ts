import { expect, test } from "vitest"
import { createStillClock } from "../clock.ts"
import { attentive } from "./attentive-actor.ts"

test("an actor looks when it was stirred or its time has come, and is asked for that once", async () => {
  const clock = createStillClock("2026-03-02T00:00:00Z")
  const dueIn = (seconds: number) => clock.now().add({ seconds })
  let due: Temporal.Instant | undefined = dueIn(60)
  let looks = 0
  let asked = 0
  const actor = attentive(
    {
      name: "somebody",
      act: async () => {
        looks += 1
        return false
      },
      nextDue: async () => {
        asked += 1
        return due
      },
    },
    clock,
  )
  const act = async () => {
    await actor.act(() => {})
    return looks
  }
  const passTime = async (seconds: number) => {
    clock.advance({ seconds })
    return act()
  }
  expect(await act()).toBe(1)
  expect(await passTime(10), "it does not know yet when it is due").toBe(2)
  expect([await actor.nextDue?.(), await actor.nextDue?.()]).toEqual([due, due])
  expect(asked).toBe(1)
  expect(await passTime(49)).toBe(2)
  expect(await passTime(1)).toBe(3)
  due = undefined
  await actor.nextDue?.()
  expect(await passTime(1_000)).toBe(3)
  actor.stir()
  expect(await act()).toBe(4)
  expect(await passTime(1), "whoever was stirred knows nothing any more").toBe(5)
  await actor.nextDue?.()
  actor.rouse?.()
  await actor.nextDue?.()
  expect(asked).toBe(4)
})
