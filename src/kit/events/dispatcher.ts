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

/** When its next turn is, for a look that asks more than this: at once, where an event waits. */
export const eventsDue = sql`coalesce((select 'epoch'::timestamptz from events.undispatched(1)), events.next_due())`

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
  readonly name: string | null
  /** Null for an event that nobody has looked at yet. */
  readonly reaction: string | null
}

/** Tenants side by side, each one's events in their order: one tenant's slow reaction is its own. */
async function dispatchRound(options: EventDispatcherOptions, most: number) {
  const now = options.clock.now().toString()
  const due = await readAcrossTenants<DueRow>(
    options.database,
    sql`
      select tenant, event, name, null as reaction from events.undispatched(${most})
      union all
      select tenant, event, null as name, reaction from events.due_deliveries(${now}::timestamptz, ${most})
      limit ${most}`,
  )
  const lanes = [...Map.groupBy(due, (row) => row.tenant).values()]
  let handled = 0
  const work = async () => {
    for (let lane = lanes.pop(); lane; lane = lanes.pop()) {
      const { unheard = [], heard = [] } = Object.groupBy(lane, (row) =>
        row.reaction === null && listReactionsTo(options, row).length === 0 ? "unheard" : "heard",
      )
      handled += await passOver(options, unheard)
      for (const row of heard) if (await dispatchOne(options, row)) handled += 1
    }
  }
  await Promise.all(Array.from({ length: MOST_LANES }, work))
  return { handled, seen: due.length }
}

const MOST_LANES = 4

function listReactionsTo({ reactions }: EventDispatcherOptions, { name }: DueRow): Reaction[] {
  return reactions.filter(({ to }) => to.name === name)
}

/** Of many events nobody wants to know: all of them of one tenant by one statement. */
async function passOver(options: EventDispatcherOptions, rows: readonly DueRow[]): Promise<number> {
  const [first] = rows
  if (first) {
    await closeEvents(
      options,
      first.tenant,
      rows.map(({ event }) => event),
    )
  }
  return rows.length
}

async function dispatchOne(options: EventDispatcherOptions, row: DueRow): Promise<boolean> {
  const { tenant, event } = row
  if (row.reaction !== null) return (await deliver(options, tenant, event, row.reaction)) !== "busy"
  const reactions = listReactionsTo(options, row)
  let isClosed = false
  for (const reaction of reactions) {
    const closes = reaction === reactions.at(-1)
    const delivered = await deliver(options, tenant, event, reaction.name, { closes })
    if (delivered === "busy") return false
    isClosed = closes && delivered === "done"
  }
  if (!isClosed) await closeEvents(options, tenant, [event])
  return true
}

async function closeEvents(
  options: EventDispatcherOptions,
  tenant: string,
  events: readonly string[],
): Promise<void> {
  await options.database.writeOnce(tenant, (db) =>
    db.execute(sql`
      update events.events set dispatched_at = ${options.clock.now().toString()}::timestamptz
      where id = any(${sql.param(events)}::text[]) and dispatched_at is null`),
  )
}
