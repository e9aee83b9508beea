import { sql } from "drizzle-orm"
import { readAcrossTenants } from "../across-tenants.ts"
import type { Clock } from "../clock.ts"
import type { Log } from "../context.ts"
import type { Database } from "../db.ts"
import type { NewId } from "../id.ts"
import { EVENTS_CHANNEL, type Listener } from "../listen.ts"
import { repeat } from "../repeat.ts"
import { type Delivering, type DeliveryPlace, deliver } from "./deliver.ts"
import type { Reaction } from "./events.ts"

export interface EventDispatcherOptions {
  readonly database: Database
  readonly clock: Clock
  readonly newId: NewId
  readonly log: Log
  /** All of them, from all modules: an event whose reactions aren't known here would be passed over. */
  readonly reactions: readonly Reaction[]
  readonly random?: () => number
  /** Fault trials stand here. */
  readonly boundary?: (at: DeliveryPlace, delivery: Delivering) => Promise<void> | void
}

export interface EventDispatcher {
  /** Delivers all that is due now, including what the reactions themselves announce. Returns how many deliveries. */
  dispatchAll(): Promise<number>
  /** Delivers the first event or retry that is due; false when there is none. */
  dispatchNext(): Promise<boolean>
  /** When the next failed delivery wants to be tried again. */
  nextDue(): Promise<Temporal.Instant | undefined>
  /** Delivers from now on, woken by announcements and, should one be missed, by a slow poll. */
  start(listener: Listener): RunningDispatcher
}

export interface RunningDispatcher {
  /** Dispatches at once: after the clock was moved. */
  wake(): Promise<void>
  stop(): Promise<void>
}

const POLL_EVERY_MS = 2_000
const MOST_AT_ONCE = 200
/** A chain of reactions that feeds itself must not run for ever inside one call. */
const MOST_ROUNDS = 1_000

export function createEventDispatcher(options: EventDispatcherOptions): EventDispatcher {
  const { database, log, clock } = options
  const names = new Set(options.reactions.map((reaction) => reaction.name))
  if (names.size < options.reactions.length) throw new Error("Two reactions share a name.")
  const round = (most: number) => dispatchRound(options, most)
  const dispatchAll = async () => {
    let delivered = 0
    for (let rounds = 1; rounds <= MOST_ROUNDS; rounds++) {
      const { handled, seen } = await round(MOST_AT_ONCE)
      delivered += handled
      // Seen and not handled: somebody else has it in hand.
      if (seen === 0 || handled === 0) return delivered
    }
    log.warn({ delivered }, "events feed on themselves")
    return delivered
  }
  return {
    dispatchAll,
    dispatchNext: async () => (await round(1)).handled > 0,
    nextDue: async () => {
      const [row] = await readAcrossTenants<{ due: string | null }>(
        database,
        sql`select events.next_due() as due`,
      )
      const due = row?.due
      return due ? Temporal.Instant.from(due) : undefined
    },
    start: (listener) => {
      const loop = repeat({
        name: "dispatching events",
        everyMs: POLL_EVERY_MS,
        log,
        body: async () => void (await dispatchAll()),
      })
      const unsubscribe = listener.subscribe(EVENTS_CHANNEL, () => void loop.wake())
      log.debug({ reactions: names.size, now: clock.now().toString() }, "dispatching events")
      return {
        wake: loop.wake,
        stop: async () => {
          unsubscribe()
          await loop.stop()
        },
      }
    },
  }
}

interface DueRow extends Record<string, unknown> {
  readonly tenant: string
  readonly event: string
  /** Null for an event that nobody has looked at yet. */
  readonly reaction: string | null
}

/** Tenants side by side, each one's events in their order: one tenant's slow reaction is its own. */
async function dispatchRound(options: EventDispatcherOptions, most: number) {
  const now = options.clock.now().toString()
  const due = await readAcrossTenants<DueRow>(
    options.database,
    sql`
      select tenant, event, null as reaction from events.undispatched(${most})
      union all
      select tenant, event, reaction from events.due_deliveries(${now}::timestamptz, ${most})
      limit ${most}`,
  )
  const lanes = [...Map.groupBy(due, (row) => row.tenant).values()]
  let handled = 0
  const work = async () => {
    for (let lane = lanes.pop(); lane; lane = lanes.pop()) {
      for (const row of lane) if (await dispatchOne(options, row)) handled += 1
    }
  }
  await Promise.all(Array.from({ length: MOST_LANES }, work))
  return { handled, seen: due.length }
}

const MOST_LANES = 4

async function dispatchOne(options: EventDispatcherOptions, row: DueRow): Promise<boolean> {
  const { tenant, event } = row
  if (row.reaction !== null) return (await deliver(options, tenant, event, row.reaction)) !== "busy"
  const name = await readName(options, tenant, event)
  for (const reaction of options.reactions) {
    if (reaction.to.name !== name) continue
    if ((await deliver(options, tenant, event, reaction.name)) === "busy") return false
  }
  await options.database.transact(tenant, (db) =>
    db.execute(sql`
      update events.events set dispatched_at = ${options.clock.now().toString()}::timestamptz
      where id = ${event} and dispatched_at is null`),
  )
  return true
}

async function readName(options: EventDispatcherOptions, tenant: string, event: string) {
  const found = await options.database.transact(tenant, (db) =>
    db.execute<{ name: string }>(sql`select name from events.events where id = ${event}`),
  )
  return found.rows[0]?.name
}
