import { sql } from "drizzle-orm"
import type { Clock } from "../clock.ts"
import type { Log } from "../context.ts"
import type { Database } from "../db.ts"
import type { NewId } from "../id.ts"
import { type Repeating, repeat } from "../repeat.ts"
import type { DueSlot, Sweep } from "./define.ts"
import { planSlots } from "./slots.ts"

export interface SweepTenant {
  readonly id: string
  /** Whose calendar days count: "Asia/Seoul". */
  readonly zone: string
}

export interface SweepOptions {
  readonly database: Database
  readonly clock: Clock
  readonly newId: NewId
  readonly log: Log
  /** In the order in which one day's sweeps are to be played. */
  readonly sweeps: readonly Sweep[]
  listTenants(): Promise<readonly SweepTenant[]>
}

export interface SweepsPlayed {
  readonly played: number
  readonly failed: number
}

/** Plays what is due for every tenant: day after day, within a day in the sweeps' own order. */
export async function playDueSweeps(options: SweepOptions): Promise<SweepsPlayed> {
  const total = { played: 0, failed: 0 }
  for (const tenant of await options.listTenants()) {
    const failed = new Set<string>()
    for (const { sweep, due } of await planTenant(options, tenant)) {
      // The days of one sweep build on each other: after a failure its later ones wait.
      if (failed.has(sweep.name)) continue
      const outcome = await playSlot(options, tenant.id, sweep, due)
      if (outcome === "played") total.played += 1
      if (outcome === "failed") failed.add(sweep.name)
    }
    total.failed += failed.size
  }
  return total
}

const LOOK_EVERY_MS = 15_000

/** Looks for due sweeps from now on. `wake` looks at once: after the clock was moved. */
export function startSweeps(options: SweepOptions): Repeating {
  return repeat({
    name: "sweeps",
    everyMs: LOOK_EVERY_MS,
    log: options.log,
    body: async () => void (await playDueSweeps(options)),
  })
}

async function planTenant(options: SweepOptions, tenant: SweepTenant) {
  const found = await options.database.transact(tenant.id, (db) =>
    db.execute<{ sweep: string; last: string }>(sql`
      select name as sweep, (select max(slot) from sweeps.sweep_runs where sweep = name and state = 'done') as last
      from unnest(${sql.param(options.sweeps.map((sweep) => sweep.name))}::text[]) as name`),
  )
  const last = new Map(found.rows.map((row) => [row.sweep, row.last ?? undefined]))
  const now = options.clock.now()
  const planned = options.sweeps.flatMap((sweep, order) =>
    planSlots(sweep.every, last.get(sweep.name), now, tenant.zone).map((due) => ({ sweep, due, order })),
  )
  return planned.sort(
    (first, second) =>
      Temporal.PlainDate.compare(first.due.day, second.due.day) || first.order - second.order,
  )
}

/** The slot's row and the sweep's effects are there together or not at all; a twin waits and finds it played. */
async function playSlot(
  options: SweepOptions,
  tenant: string,
  sweep: Sweep,
  due: DueSlot,
): Promise<"played" | "already" | "failed"> {
  const { database, clock, newId } = options
  const log = options.log.child({ tenant, sweep: sweep.name, slot: due.slot })
  const now = clock.now().toString()
  try {
    return await database.transact(tenant, async (db) => {
      const claimed = await db.execute(sql`
        insert into sweeps.sweep_runs (id, sweep, slot, state, played_at)
        values (${newId("swr")}, ${sweep.name}, ${due.slot}, 'done', ${now}::timestamptz)
        on conflict (tenant_id, sweep, slot) do update set state = 'done', played_at = excluded.played_at,
          error = null, attempts = sweep_runs.attempts + 1
        where sweep_runs.state = 'failed'
        returning 1`)
      if (claimed.rows.length === 0) return "already"
      const actor = { kind: "system", name: `sweep:${sweep.name}`, permissions: new Set<string>() } as const
      await sweep.run({ tenant, db, clock, newId, log, actor, language: "en" }, due)
      return "played"
    })
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error)
    log.error({ error: words }, "a sweep failed; it is tried again at the next look")
    await database.transact(tenant, (db) =>
      db.execute(sql`
        insert into sweeps.sweep_runs (id, sweep, slot, state, error, played_at)
        values (${newId("swr")}, ${sweep.name}, ${due.slot}, 'failed', ${words}, ${now}::timestamptz)
        on conflict (tenant_id, sweep, slot) do update set error = excluded.error,
          attempts = sweep_runs.attempts + 1, played_at = excluded.played_at
        where sweep_runs.state = 'failed'`),
    )
    return "failed"
  }
}
