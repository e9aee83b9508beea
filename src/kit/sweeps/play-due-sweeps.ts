import { sql } from "drizzle-orm"
import type { Clock } from "../clock.ts"
import type { Log } from "../context.ts"
import type { Database, Transaction } from "../db.ts"
import type { NewId } from "../id.ts"
import { type Repeating, repeat } from "../repeat.ts"
import type { Sweep } from "./define.ts"
import { findIdle, type Planned } from "./find-idle.ts"
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
    const { played, failed } = await playTenant(options, tenant)
    total.played += played
    total.failed += failed
  }
  return total
}

/** Whose days can't even be looked through keeps no other tenant waiting. */
async function playTenant(options: SweepOptions, tenant: SweepTenant): Promise<SweepsPlayed> {
  const failed = new Set<string>()
  let played = 0
  try {
    for (const day of await planTenant(options, tenant)) {
      // The days of one sweep build on each other: after a failure its later ones wait.
      const wanted = day.filter(({ sweep }) => !failed.has(sweep.name))
      const outcome = await playDay(options, tenant.id, wanted)
      played += outcome.played
      for (const name of outcome.failed) failed.add(name)
    }
  } catch (error) {
    options.log.error(
      { tenant: tenant.id, error },
      "a tenant's sweeps could not be played; tried again at the next look",
    )
    return { played, failed: failed.size + 1 }
  }
  return { played, failed: failed.size }
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

/** What is due, day by day. */
async function planTenant(options: SweepOptions, tenant: SweepTenant): Promise<Planned[][]> {
  const found = await options.database.read(tenant.id, (db) =>
    db.execute<{ sweep: string; last: string }>(sql`
      select name as sweep, (select max(slot) from sweeps.sweep_runs where sweep = name and state = 'done') as last
      from unnest(${sql.param(options.sweeps.map((sweep) => sweep.name))}::text[]) as name`),
  )
  const last = new Map(found.rows.map((row) => [row.sweep, row.last ?? undefined]))
  const now = options.clock.now()
  const planned = options.sweeps.flatMap((sweep) =>
    planSlots(sweep, last.get(sweep.name), now, tenant.zone).map((due) => ({ sweep, due })),
  )
  const days = Map.groupBy(planned, ({ due }) => due.day.toString())
  return [...days].sort(([first], [second]) => (first < second ? -1 : 1)).map(([, day]) => day)
}

interface DayPlayed {
  readonly played: number
  readonly failed: readonly string[]
}

/** A tenant's day, with those of its sweeps that have nothing to do as far as is known by now. */
interface Day {
  readonly tenant: string
  readonly planned: readonly Planned[]
  idle: ReadonlySet<Planned>
}

async function playDay(
  options: SweepOptions,
  tenant: string,
  planned: readonly Planned[],
): Promise<DayPlayed> {
  const now = options.clock.now()
  const idle = await options.database.read(tenant, (db) => findIdle(db, planned, now))
  const day: Day = { tenant, planned, idle }
  const outcomes: DayPlayed[] = []
  for (const stretch of cutDay(day)) outcomes.push(await playStretch(options, day, stretch))
  return {
    played: outcomes.reduce((sum, { played }) => sum + played, 0),
    failed: outcomes.flatMap(({ failed }) => failed),
  }
}

/** In its order, cut where one that has something to do is to be alone. */
function cutDay({ planned, idle }: Day): Planned[][] {
  const stretches: Planned[][] = []
  let open: Planned[] | undefined
  let isAlone: boolean | undefined
  for (const one of planned) {
    const wishesAlone = one.sweep.isAlone ?? false
    const isCut = !idle.has(one) && isAlone !== undefined && (isAlone || wishesAlone)
    if (!open || isCut) stretches.push((open = []))
    if (!idle.has(one)) isAlone = wishesAlone
    open.push(one)
  }
  return stretches
}

/** They share a transaction. When one fails, each gets one of its own, so that it takes no other's work with it. */
async function playStretch(options: SweepOptions, day: Day, stretch: readonly Planned[]): Promise<DayPlayed> {
  const { tenant } = day
  if (stretch.length > 1) {
    try {
      return { played: await playTogether(options, day, stretch), failed: [] }
    } catch (error) {
      options.log.debug({ tenant, error }, "a sweep failed among others; each is played by itself")
    }
  }
  const failed: string[] = []
  let played = 0
  for (const one of stretch) {
    try {
      played += await playTogether(options, day, [one])
    } catch (error) {
      failed.push(one.sweep.name)
      await noteFailure(options, tenant, one, error)
    }
  }
  return { played, failed }
}

/** The slots' rows and the sweeps' effects are there together or not at all; a twin waits and finds them played. */
async function playTogether(options: SweepOptions, day: Day, stretch: readonly Planned[]): Promise<number> {
  const { database, clock, newId } = options
  if (stretch.every((one) => day.idle.has(one))) {
    return database.writeOnce(day.tenant, (db) => claim(options, db, stretch)).then(({ size }) => size)
  }
  const played = await database.transact(day.tenant, async (db) => {
    const ours = await claim(options, db, stretch)
    let { idle } = day
    for (const one of stretch) {
      if (!ours.has(slotOf(one)) || idle.has(one)) continue
      const { sweep, due } = one
      const log = logOf(options, day.tenant, one)
      const actor = { kind: "system", name: `sweep:${sweep.name}`, permissions: new Set<string>() } as const
      await sweep.run({ tenant: day.tenant, db, clock, newId, log, actor, language: "en" }, due)
      // What it has just done may be what a later one of this day waits for.
      const later = day.planned.slice(day.planned.indexOf(one) + 1)
      idle = await findIdle(db, later, clock.now())
    }
    return { count: ours.size, idle }
  })
  day.idle = played.idle
  return played.count
}

/** Which of them nobody else has played. */
async function claim(
  { clock, newId }: SweepOptions,
  db: Transaction,
  planned: readonly Planned[],
): Promise<ReadonlySet<string>> {
  const now = clock.now().toString()
  const claimed = await db.execute<{ sweep: string; slot: string }>(sql`
    insert into sweeps.sweep_runs (id, sweep, slot, state, played_at)
    select id, sweep, slot, 'done', ${now}::timestamptz
    from unnest(
      ${sql.param(planned.map(() => newId("swr")))}::text[],
      ${sql.param(planned.map(({ sweep }) => sweep.name))}::text[],
      ${sql.param(planned.map(({ due }) => due.slot))}::text[]
    ) as planned (id, sweep, slot)
    on conflict (tenant_id, sweep, slot) do update set state = 'done', played_at = excluded.played_at,
      error = null, attempts = sweep_runs.attempts + 1
    where sweep_runs.state = 'failed'
    returning sweep, slot`)
  return new Set(claimed.rows.map(({ sweep, slot }) => `${sweep} ${slot}`))
}

function slotOf({ sweep, due }: Planned): string {
  return `${sweep.name} ${due.slot}`
}

async function noteFailure(options: SweepOptions, tenant: string, { sweep, due }: Planned, error: unknown) {
  const { database, clock, newId } = options
  const words = error instanceof Error ? error.message : String(error)
  logOf(options, tenant, { sweep, due }).error(
    { error: words },
    "a sweep failed; it is tried again at the next look",
  )
  await database.writeOnce(tenant, (db) =>
    db.execute(sql`
      insert into sweeps.sweep_runs (id, sweep, slot, state, error, played_at)
      values (${newId("swr")}, ${sweep.name}, ${due.slot}, 'failed', ${words}, ${clock.now().toString()}::timestamptz)
      on conflict (tenant_id, sweep, slot) do update set error = excluded.error,
        attempts = sweep_runs.attempts + 1, played_at = excluded.played_at
      where sweep_runs.state = 'failed'`),
  )
}

function logOf(options: SweepOptions, tenant: string, { sweep, due }: Planned): Log {
  return options.log.child({ tenant, sweep: sweep.name, slot: due.slot })
}
