import { sql } from "drizzle-orm"
import { expect, test } from "vitest"
import { type Listener, openListener } from "./listen.ts"
import { testDatabase } from "./testing/test-database.ts"
import { newsOf, tellWatchers, watchChanges } from "./watch.ts"

const ctx = { tenant: "t_a" }

test("looks when it is told of what it watches, not when of something else, and listens no longer than it must", async () => {
  await using at = await testDatabase()
  const listener = await openListener({ url: at.database.url, log: at.log })
  const counted = countEars(listener)
  const tell = (id: string) =>
    at.database.transactAcrossTenants((db) => db.execute(sql`select ${tellWatchers(ctx, id)}`))
  let looks = 0
  const told: string[] = []
  const states = ["created", "waiting", "done"]
  const stream = watchChanges({
    look: async () => states[Math.min(looks++, 2)] ?? "",
    isOver: (state) => state === "done",
    listener: counted.listener,
    concerns: (news) => news === newsOf(ctx, "one"),
    signal: AbortSignal.timeout(10_000),
  })
  let end = await stream.next()
  for (; !end.done; end = await stream.next()) {
    told.push(end.value)
    await tell("another")
    await tell("one")
  }
  expect(told).toEqual(["created", "waiting", "done"])
  // Said, and not only stopped: its reader doesn't come back.
  expect(end.value).toBeNull()
  expect(counted.ears).toBe(0)
  await listener.close()
})

test("ends at once when its reader goes, though nothing has happened", async () => {
  await using at = await testDatabase()
  const listener = await openListener({ url: at.database.url, log: at.log })
  const counted = countEars(listener)
  const leaving = new AbortController()
  const stream = watchChanges({
    look: async () => "waiting",
    isOver: () => false,
    listener: counted.listener,
    concerns: () => false,
    signal: leaving.signal,
  })
  await stream.next()
  const next = stream.next()
  leaving.abort()
  expect(await next).toEqual({ done: true, value: undefined })
  expect(counted.ears).toBe(0)
  await listener.close()
})

function countEars(listener: Listener) {
  const counted = {
    ears: 0,
    listener: {
      ...listener,
      subscribe: (...wish: Parameters<Listener["subscribe"]>) => {
        const stop = listener.subscribe(...wish)
        counted.ears += 1
        return () => {
          counted.ears -= 1
          stop()
        }
      },
    },
  }
  return counted
}
