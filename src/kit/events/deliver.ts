import { sql } from "drizzle-orm"
import { chance } from "../chance.ts"
import type { Clock } from "../clock.ts"
import type { Log } from "../context.ts"
import type { Database, Transaction } from "../db.ts"
import type { NewId } from "../id.ts"
import type { Reaction } from "./events.ts"

/** Where a process may die while it delivers. */
export type DeliveryPlace = "delivery-begins" | "before-commit" | "after-commit"

export interface Delivering {
  readonly tenant: string
  readonly eventId: string
  readonly reaction: string
}

export interface DeliverOptions {
  readonly database: Database
  readonly clock: Clock
  readonly newId: NewId
  readonly log: Log
  readonly reactions: readonly Reaction[]
  readonly random?: () => number
  readonly boundary?: (at: DeliveryPlace, delivery: Delivering) => Promise<void> | void
}

export type Delivered = "done" | "already" | "failed" | "busy"

export const MOST_TRIES = 8
const FIRST_PAUSE_SECONDS = 5
const LONGEST_PAUSE_SECONDS = 3_600
const UNKNOWN_PAUSE_SECONDS = 600
const MOST_CHARACTERS = 2_000

/**
 * One reaction to one event, in a transaction of its own that begins with the delivery row: the row and the
 * reaction's effects are there together or not at all, so it happens once whoever tries how often.
 */
export async function deliver(
  options: DeliverOptions,
  tenant: string,
  eventId: string,
  reactionName: string,
  /** The last of its reactions: once it has happened, the event has been seen to. */
  { closes = false }: { readonly closes?: boolean } = {},
): Promise<Delivered> {
  const reaction = options.reactions.find((known) => known.name === reactionName)
  if (!reaction) return postponeUnknown(options, tenant, eventId, reactionName)
  const delivering = { tenant, eventId, reaction: reactionName }
  await options.boundary?.("delivery-begins", delivering)
  let failure: unknown
  const delivered = await options.database
    .transact(tenant, async (db) => {
      const begun = { tenant, db, eventId, reaction, closes }
      const outcome = await react(options, begun).catch((error: unknown) => {
        failure = error
        throw error
      })
      await options.boundary?.("before-commit", delivering)
      return outcome
    })
    .catch((error: unknown): Delivered => {
      // Only what the reaction itself threw is its failure; a boundary's crash or a lost commit is not.
      if (failure === undefined || failure !== error) throw error
      return "failed"
    })
  await options.boundary?.("after-commit", delivering)
  if (delivered === "failed") await recordFailure(options, tenant, eventId, reactionName, failure)
  return delivered
}

interface Begun {
  readonly tenant: string
  readonly db: Transaction
  readonly eventId: string
  readonly reaction: Reaction
  readonly closes: boolean
}

async function react(
  options: DeliverOptions,
  { tenant, db, eventId, reaction, closes }: Begun,
): Promise<Delivered> {
  const now = options.clock.now().toString()
  // Whoever else delivers this event right now keeps it; we would only wait for them to be told "already".
  const found = await db.execute<{ data: unknown; delivery: string | null }>(sql`
    with event as (select id, data from events.events where id = ${eventId} for update skip locked),
    delivery as (
      insert into events.deliveries (id, event_id, reaction, state, attempts, ended_at)
      select ${options.newId("dlv")}, id, ${reaction.name}, 'done', 1, ${now}::timestamptz from event
      on conflict (tenant_id, event_id, reaction) do update set state = 'done', next_at = null, error = null,
        attempts = deliveries.attempts + 1, ended_at = excluded.ended_at
      where deliveries.state = 'waiting' and deliveries.next_at <= ${now}::timestamptz
      returning id)
    ${closes ? closing(now) : sql``}
    select data, (select id from delivery) as delivery from event`)
  const event = found.rows[0]
  if (!event) return "busy"
  if (event.delivery === null) return "already"
  const log = options.log.child({ tenant, event: eventId, reaction: reaction.name })
  await reaction.react(
    {
      tenant,
      db,
      clock: options.clock,
      newId: options.newId,
      log,
      actor: { kind: "system", name: `reaction:${reaction.name}`, permissions: new Set() },
      language: "en",
    },
    reaction.to.data.parse(event.data),
    { id: eventId },
  )
  return "done"
}

/** Where this delivery is the one that counts, the event goes with it: should the reaction fail, neither stands. */
function closing(now: string) {
  return sql`, closed as (
      update events.events e set dispatched_at = ${now}::timestamptz
      from event, delivery where e.id = event.id and e.dispatched_at is null)`
}

async function recordFailure(
  options: DeliverOptions,
  tenant: string,
  eventId: string,
  reaction: string,
  failure: unknown,
): Promise<void> {
  const error = (failure instanceof Error ? failure.message : String(failure)).slice(0, MOST_CHARACTERS)
  const now = options.clock.now()
  const spread = 0.8 + 0.4 * (options.random ?? chance)()
  // The pause is a power of the attempts the row itself holds, so that two processes can't count apart.
  const pause = sql`make_interval(secs => least(${LONGEST_PAUSE_SECONDS}::double precision,
    ${FIRST_PAUSE_SECONDS} * power(4, deliveries.attempts)) * ${spread}::double precision)`
  const first = now.add({ seconds: Math.round(FIRST_PAUSE_SECONDS * spread) }).toString()
  const written = await options.database.writeOnce(tenant, (db) =>
    db.execute<{ state: string; attempts: number }>(sql`
      insert into events.deliveries (id, event_id, reaction, state, attempts, next_at, error)
      values (${options.newId("dlv")}, ${eventId}, ${reaction}, 'waiting', 1, ${first}::timestamptz, ${error})
      on conflict (tenant_id, event_id, reaction) do update set
        attempts = deliveries.attempts + 1, error = excluded.error,
        state = case when deliveries.attempts + 1 >= ${MOST_TRIES} then 'stuck' else 'waiting' end,
        next_at = case when deliveries.attempts + 1 >= ${MOST_TRIES} then null
          else ${now.toString()}::timestamptz + ${pause} end
      where deliveries.state = 'waiting'
      returning state, attempts`),
  )
  options.log.warn({ tenant, event: eventId, reaction, error, ...written.rows[0] }, "a reaction failed")
}

/** Another release's reaction: left for a process that knows it, without standing in the way of the others. */
async function postponeUnknown(
  options: DeliverOptions,
  tenant: string,
  eventId: string,
  reaction: string,
): Promise<Delivered> {
  const next = options.clock.now().add({ seconds: UNKNOWN_PAUSE_SECONDS }).toString()
  await options.database.writeOnce(tenant, (db) =>
    db.execute(sql`
      update events.deliveries set next_at = ${next}::timestamptz,
        error = 'This release does not know this reaction.'
      where event_id = ${eventId} and reaction = ${reaction} and state = 'waiting'`),
  )
  return "failed"
}
