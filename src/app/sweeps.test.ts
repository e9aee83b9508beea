import { sql } from "drizzle-orm"
import { expect, test } from "vitest"
import { findIdle, type Planned } from "#kit/sweeps/find-idle.ts"
import { planSlots } from "#kit/sweeps/slots.ts"
import { sweeps } from "./sweeps.ts"
import type { Company } from "./testing/company.ts"
import { testCompany } from "./testing/test-company.ts"

/** From hours to beyond what an open order is waited for. */
const STOPS = [{ hours: 2 }, { days: 1 }, { days: 6 }, { days: 9 }, { days: 16 }]

test("a sweep that is said to have nothing to do would change nothing", async () => {
  await using company = await testCompany({ player: { kind: "memory", seed: 7 } })
  const paid = await company.placeOrder()
  await company.pay(paid.attemptId)
  await company.settle()
  // Nobody pays this one: an open attempt, an open request, a cart that became an order.
  await company.placeOrder()
  let looks = 0
  for (const stop of STOPS) {
    await company.settle({ within: stop })
    await company.travel(stop)
    const idle = await listIdle(company)
    for (const one of idle) expect(await changesSomething(company, one), one.sweep.name).toBe(false)
    looks += idle.length
  }
  expect(looks).toBeGreaterThan(STOPS.length * 10)
})

/** Of all sweeps, as if each had to be played now. */
async function listIdle({ ground, tenant }: Company): Promise<readonly Planned[]> {
  const now = ground.clock.now()
  const planned = sweeps.flatMap((sweep) =>
    planSlots(sweep, undefined, now, "Asia/Seoul").map((due) => ({ sweep, due })),
  )
  return ground.database.read(tenant, async (db) => [...(await findIdle(db, planned, now))])
}

/** A transaction gets its number from the database by its first change. */
async function changesSomething({ ground, tenant }: Company, { sweep, due }: Planned): Promise<boolean> {
  const found = await ground.inTenant(tenant, async (ctx) => {
    await sweep.run(ctx, due)
    return ctx.db.execute<{ changed: boolean }>(
      sql`select pg_current_xact_id_if_assigned() is not null as changed`,
    )
  })
  return found.rows[0]?.changed === true
}
