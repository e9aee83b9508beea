import { sql } from "drizzle-orm"
import { expect, test } from "vitest"
import { testDatabase } from "../testing/test-database.ts"
import { advanceThroughDays } from "./advance-through-days.ts"
import { defineSweep, type Sweep } from "./define.ts"
import { playDueSweeps } from "./play-due-sweeps.ts"
import { listDayStarts, planSlots } from "./slots.ts"

const SEOUL = "Asia/Seoul"

async function stage(tenants = [{ id: "t_a", zone: "UTC" }]) {
  const at = await testDatabase()
  const story: string[] = []
  const tell = (name: string): Sweep =>
    defineSweep({
      name,
      every: "day",
      run: async (ctx, due) => void story.push(`${ctx.tenant} ${name} ${due.slot}`),
    })
  const play = (sweeps: readonly Sweep[]) =>
    playDueSweeps({ ...at, sweeps, listTenants: async () => tenants })
  return { at, story, tell, play }
}

test("missed days are made up for in order, day before sweep, and once only", async () => {
  const on = await stage()
  await using at = on.at
  const sweeps = [on.tell("renew"), on.tell("remind")]
  await on.play(sweeps)
  await on.play(sweeps)
  at.clock.advance({ days: 2 })
  await on.play(sweeps)
  await on.play(sweeps)
  expect(on.story).toEqual([
    "t_a renew 2026-03-02",
    "t_a remind 2026-03-02",
    "t_a renew 2026-03-03",
    "t_a remind 2026-03-03",
    "t_a renew 2026-03-04",
    "t_a remind 2026-03-04",
  ])
})

test("two processes at once play each day once", async () => {
  const on = await stage()
  await using at = on.at
  const sweeps = [on.tell("renew")]
  await on.play(sweeps)
  at.clock.advance({ days: 5 })
  await Promise.all([1, 2, 3].map(() => on.play(sweeps)))
  expect(on.story).toHaveLength(6)
  expect(new Set(on.story).size).toBe(6)
})

test("a day that fails holds up its own sweep of its own tenant, and a tenant without days nobody, and is tried again first", async () => {
  const on = await stage([
    // Its days can't even be told.
    { id: "t_0", zone: "Nowhere/None" },
    { id: "t_a", zone: "UTC" },
    { id: "t_b", zone: "UTC" },
  ])
  await using at = on.at
  let isBroken = false
  const renew = defineSweep({
    name: "renew",
    every: "day",
    run: async (ctx, due) => {
      if (isBroken && ctx.tenant === "t_a" && due.slot === "2026-03-03") throw new Error("no")
      on.story.push(`${ctx.tenant} renew ${due.slot}`)
    },
  })
  await on.play([renew])
  isBroken = true
  at.clock.advance({ days: 2 })
  expect(await on.play([renew, on.tell("remind")])).toEqual({ played: 4, failed: 2 })
  isBroken = false
  await on.play([renew])
  expect(on.story.filter((line) => line.startsWith("t_a renew"))).toEqual([
    "t_a renew 2026-03-02",
    "t_a renew 2026-03-03",
    "t_a renew 2026-03-04",
  ])
})

test("a day's sweeps share a transaction, but for those that want one alone, and no failure takes another's work with it", async () => {
  const on = await stage()
  await using at = on.at
  const effects = (name: string, wish: Partial<Sweep> = {}) =>
    defineSweep({
      name,
      every: "day",
      run: async ({ db, newId }, { slot }) => {
        await db.execute(sql`insert into sweeps.sweep_runs (id, sweep, slot, state, played_at)
          values (${newId("swr")}, ${`effect of ${name}`}, ${slot}, 'done', now())`)
      },
      ...wish,
    })
  const breaks = { run: async () => Promise.reject(new Error("no")) }
  const transactions = async () => {
    const found = await at.database.read("t_a", (db) =>
      db.execute<{ sweeps: string }>(sql`
        select string_agg(sweep, ', ' order by sweep) as sweeps from sweeps.sweep_runs
        where slot = (select max(slot) from sweeps.sweep_runs) and state = 'done'
        group by xmin::text order by 1`),
    )
    return found.rows.map((row) => row.sweeps)
  }
  await on.play([effects("renew"), effects("remind"), effects("prove", { isAlone: true }), effects("forget")])
  expect(await transactions()).toEqual([
    "effect of forget, forget",
    "effect of prove, prove",
    "effect of remind, effect of renew, remind, renew",
  ])
  at.clock.advance({ days: 1 })
  expect(await on.play([effects("renew"), effects("remind", breaks), effects("forget")])).toEqual({
    played: 2,
    failed: 1,
  })
  expect(await transactions()).toEqual(["effect of forget, forget", "effect of renew, renew"])
})

test("a sweep that is not needed is not played and owes nothing; what an earlier one makes, a later one of the day does", async () => {
  const on = await stage()
  await using at = on.at
  const until = (slot: string) =>
    sql`exists (select from sweeps.sweep_runs where sweep = 'made' and slot = ${slot})`
  const make = defineSweep({
    name: "make",
    every: "day",
    isNeeded: ({ slot }) => sql`${slot} >= '2026-03-03'`,
    run: async ({ db, newId }, { slot }) => {
      on.story.push(`make ${slot}`)
      await db.execute(sql`insert into sweeps.sweep_runs (id, sweep, slot, state, played_at)
        values (${newId("swr")}, 'made', ${slot}, 'done', now())`)
    },
  })
  const use = { ...on.tell("use"), isNeeded: ({ slot }: { slot: string }) => until(slot) }
  const look = { ...on.tell("look"), isNeeded: () => sql`false`, isAlone: true }
  expect(await on.play([look, make, use])).toEqual({ played: 3, failed: 0 })
  expect(on.story).toEqual([])
  at.clock.advance({ days: 1 })
  expect(await on.play([look, make, use])).toEqual({ played: 3, failed: 0 })
  expect(on.story).toEqual(["make 2026-03-03", "t_a use 2026-03-03"])
  expect(await on.play([look, make, use])).toEqual({ played: 0, failed: 0 })
})

test("slots: a new sweep owes nothing, days follow the tenant's calendar, minutes play the last slot only", () => {
  const now = Temporal.Instant.from("2026-03-02T20:10:00Z")
  const slots = (...given: Parameters<typeof planSlots>) => planSlots(...given).map((due) => due.slot)
  expect(slots({ every: "day" }, undefined, now, "UTC")).toEqual(["2026-03-02"])
  expect(slots({ every: "day" }, undefined, now, SEOUL)).toEqual(["2026-03-03"])
  expect(slots({ every: "day" }, "2026-02-27", now, "UTC")).toEqual([
    "2026-02-28",
    "2026-03-01",
    "2026-03-02",
  ])
  expect(slots({ every: "day" }, "2026-03-05", now, "UTC")).toEqual([])
  expect(slots({ every: "day", ofMissedDays: "last" }, "2026-02-27", now, "UTC")).toEqual(["2026-03-02"])
  expect(slots({ every: "day", ofMissedDays: "last" }, "2026-03-02", now, "UTC")).toEqual([])
  expect(slots({ every: { minutes: 15 } }, "2026-03-01T00:00:00Z", now, "UTC")).toEqual([
    "2026-03-02T20:00:00Z",
  ])
  expect(slots({ every: { minutes: 15 } }, "2026-03-02T20:00:00Z", now, "UTC")).toEqual([])
})

test("advancing stops where a day begins for somebody, so that every day is played on its day", async () => {
  const on = await stage([
    { id: "t_a", zone: "UTC" },
    { id: "t_b", zone: SEOUL },
  ])
  await using at = on.at
  const stamps: string[] = []
  const stamp = defineSweep({
    name: "stamp",
    every: "day",
    run: async (ctx, due) => void stamps.push(`${ctx.tenant} ${due.slot} at ${ctx.clock.now()}`),
  })
  await on.play([stamp])
  stamps.length = 0
  const from = at.clock.now()
  await advanceThroughDays({
    from,
    to: from.add({ hours: 24 }),
    zones: ["UTC", SEOUL],
    moveTo: async (moment) => at.clock.set(moment),
    settle: async () => void (await on.play([stamp])),
  })
  expect(stamps).toEqual(["t_b 2026-03-03 at 2026-03-02T15:00:00Z", "t_a 2026-03-03 at 2026-03-03T00:00:00Z"])
  expect(listDayStarts(from, from.add({ hours: 1 }), ["UTC"]).map(String)).toEqual(["2026-03-02T10:00:00Z"])
})
