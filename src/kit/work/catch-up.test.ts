import { sql } from "drizzle-orm"
import { expect, test } from "vitest"
import { testDatabase } from "../testing/test-database.ts"
import { defineCatchUp } from "./catch-up.ts"
import { createMemoryRunner } from "./memory-runner.ts"
import { getOperation, listOperations } from "./queries.ts"

const TENANT = "t_a"

/** Two steps each; what is broken is refused by the database, what is locked is refused for the moment. */
async function stage() {
  const at = await testDatabase({ runner: "memory" })
  const story: string[] = []
  const broken = new Set<string>()
  const locked = new Map<string, number>()
  const catchUp = defineCatchUp({
    name: "test.catch-up",
    say: { en: "Catch up", ko: "다시 처리" },
    one: {
      do: async (work, id) => {
        const made = await work.record(`do ${id}`, async (ctx) => {
          const left = locked.get(id) ?? 0
          locked.set(id, left - 1)
          if (left > 0) await fail(ctx.db, "55P03", "locked")
          if (broken.has(id)) await fail(ctx.db, "23514", `torn ${id}`)
          story.push(id)
          return `${id}!`
        })
        await work.record(`after ${id}`, async () => void story.push(made))
      },
    },
  })
  const play = () =>
    createMemoryRunner({ ...at, kinds: [catchUp.work], seed: 1 }).playOut({
      until: at.clock.now().add({ hours: 2 }),
    })
  const leaveOut = (...ids: string[]) =>
    at.inTenant(TENANT, (ctx) =>
      catchUp.leaveOut(
        ctx,
        "do",
        ids.map((item) => ({ item, error: new Error("first") })),
      ),
    )
  const tryAgain = () => at.inTenant(TENANT, (ctx) => catchUp.tryAgain(ctx))
  const list = () =>
    at.inTenant(TENANT, async (ctx) => (await listOperations(ctx, { name: "test.catch-up", limit: 9 })).items)
  const stuck = async () => (await list()).filter(({ state }) => state === "stuck")
  return { at, story, broken, locked, leaveOut, play, tryAgain, list, stuck }
}

async function fail(
  db: { execute(query: ReturnType<typeof sql>): Promise<unknown> },
  code: string,
  words: string,
) {
  await db.execute(sql.raw(`do $$ begin raise exception '${words}' using errcode = '${code}'; end $$`))
}

test("of many that are caught up with, those that still can't be done are named, and all others are done", async () => {
  const on = await stage()
  await using at = on.at
  for (const id of ["a", "c"]) on.broken.add(id)
  on.locked.set("d", 1)
  await on.leaveOut("a", "b", "c", "d")
  await on.play()
  expect(on.story).toEqual(["b", "b!", "d", "d!"])
  const [one] = await on.stuck()
  expect(one).toMatchObject({ subjects: ["a", "c"], trouble: "undecided" })
  expect(one?.why).toContain("2 of 4: a: torn a · c: torn c")
  const { steps } = await at.inTenant(TENANT, (ctx) => getOperation(ctx, one?.id ?? ""))
  expect(steps.map(({ name, state, why }) => [name, state, why])).toEqual([
    ["do a", "failed", "torn a"],
    ["do b", "done", null],
    ["after b", "done", null],
    ["do c", "failed", "torn c"],
    ["do d", "done", null],
    ["after d", "done", null],
    ["name-left", "failed", one?.why],
  ])
  // What is done is not held for known: left out anew, it is work of its own.
  await on.leaveOut("a", "b", "c")
  expect((await on.list()).map(({ subjects }) => subjects).toSorted()).toEqual([["a", "c"], ["b"]])
})

test("tried again, what was mended is done once, and the rest waits on by name", async () => {
  const on = await stage()
  await using _at = on.at
  for (const id of ["a", "b", "c"]) on.broken.add(id)
  await on.leaveOut("a", "b", "c")
  await on.play()
  expect(on.story).toEqual([])
  on.broken.delete("a")
  on.broken.delete("c")
  await on.tryAgain()
  await on.play()
  expect(on.story).toEqual(["a", "a!", "c", "c!"])
  expect(await on.stuck()).toMatchObject([{ subjects: ["b"] }])
  on.broken.delete("b")
  await on.tryAgain()
  await on.play()
  expect(on.story).toEqual(["a", "a!", "c", "c!", "b", "b!"])
  expect(await on.list()).toMatchObject([{ state: "done", why: null }])
})

test("one by itself is tried as any other work, and waits with its own words", async () => {
  const on = await stage()
  await using _at = on.at
  on.broken.add("a")
  await on.leaveOut("a")
  await on.play()
  expect(await on.stuck()).toMatchObject([{ subjects: ["a"], why: "torn a (tried 5 times)" }])
})
