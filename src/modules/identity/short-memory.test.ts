import { describe, expect, it } from "vitest"
import { createShortMemory, REMEMBERED_MS } from "./short-memory.ts"

const person = { personId: "per_1" }

function watched() {
  let now = 0
  let questions = 0
  const memory = createShortMemory<typeof person>(() => now)
  const recall = (answer: () => Promise<typeof person | undefined> = async () => person) =>
    memory.recall("ten_1", "hash", () => {
      questions += 1
      return answer()
    })
  return {
    memory,
    recall,
    asked: () => questions,
    pass: (milliseconds: number) => {
      now += milliseconds
    },
  }
}

describe("what is remembered of a session", () => {
  it("costs one question in five seconds, counted from when it was asked", async () => {
    const { recall, asked, pass } = watched()
    await recall(async () => {
      pass(1_000)
      return person
    })
    pass(REMEMBERED_MS - 1_001)
    await recall()
    expect(asked()).toBe(1)
    pass(1)
    await recall()
    expect(asked()).toBe(2)
  })

  it("is forgotten with news of this person, and of no other", async () => {
    const { memory, recall, asked } = watched()
    await recall()
    memory.forgetPerson({ tenant: "ten_1", personId: "per_2" })
    memory.forgetPerson({ tenant: "ten_2", personId: "per_1" })
    await recall()
    expect(asked()).toBe(1)
    memory.forgetPerson({ tenant: "ten_1", personId: "per_1" })
    await recall()
    expect(asked()).toBe(2)
  })

  it("is forgotten when news may have been missed", async () => {
    const { memory, recall, asked } = watched()
    await recall()
    memory.forgetPerson(undefined)
    await recall()
    expect(asked()).toBe(2)
  })

  it("is not kept when the session was ended while we asked for it", async () => {
    const { memory, recall, asked } = watched()
    await recall(async () => {
      memory.forgetPerson({ tenant: "ten_1", personId: "per_1" })
      return person
    })
    await recall(async () => {
      memory.forget("ten_1", "hash")
      return person
    })
    await recall()
    await recall()
    expect(asked()).toBe(3)
  })

  it("is nothing about nobody: a made-up session is asked for each time", async () => {
    const { recall, asked } = watched()
    await recall(async () => undefined)
    await recall(async () => undefined)
    expect(asked()).toBe(2)
  })
})
