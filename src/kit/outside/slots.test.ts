import { describe, expect, it } from "vitest"
import { createSlots } from "./slots.ts"

describe("slots", () => {
  it("go round in order, and leaving twice frees one place", async () => {
    const slots = createSlots(1)
    const first = await slots.take(1_000)
    const order: string[] = []
    const second = slots.take(1_000).then((leave) => [order.push("second"), leave] as const)
    const third = slots.take(1_000).then((leave) => [order.push("third"), leave] as const)
    expect([slots.inFlight(), slots.waiting()]).toEqual([1, 2])
    first?.()
    first?.()
    const [, leaveSecond] = await second
    expect([slots.inFlight(), slots.waiting(), order]).toEqual([1, 1, ["second"]])
    leaveSecond?.()
    const [, leaveThird] = await third
    leaveThird?.()
    expect([slots.inFlight(), slots.waiting()]).toEqual([0, 0])
  })

  it("are given up after the wait, and then go to the next", async () => {
    const slots = createSlots(1)
    const leave = await slots.take(1_000)
    expect(await slots.take(10)).toBeUndefined()
    leave?.()
    expect(await slots.take(10)).toBeTypeOf("function")
  })

  it("are given up at once when the call is called off", async () => {
    const slots = createSlots(1)
    const leave = await slots.take(1_000)
    const stop = new AbortController()
    const waiting = slots.take(60_000, stop.signal)
    stop.abort()
    expect(slots.waiting()).toBe(0)
    expect(await waiting).toBeUndefined()
    leave?.()
  })

  it("keep no queue without end", async () => {
    const slots = createSlots(1)
    const leave = await slots.take(1_000)
    const waiting = Array.from({ length: 500 }, () => slots.take(60_000))
    expect(await slots.take(60_000)).toBeUndefined()
    leave?.()
    for (const one of waiting) (await one)?.()
    expect(slots.inFlight()).toBe(0)
  })
})
