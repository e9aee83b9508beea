import pg from "pg"
import type { TestDatabase } from "#kit/testing/database.ts"

/** What each stand-in has in its own books, whatever the company believes. */
export interface CompanyBooks {
  readonly charges: readonly BookedCharge[]
  readonly servers: readonly BookedServer[]
  readonly mails: readonly BookedMail[]
}

export interface BookedCharge {
  readonly id: string
  /** The attempt it settles. */
  readonly reference: string
  readonly amountMinor: string
  readonly refundedMinor: string
  readonly currency: string
}

export interface BookedServer {
  readonly id: number
  /** The service it was built for. */
  readonly name: string
  readonly packageId: number
  /** In MB. */
  readonly memory: number
  readonly buildCount: number
  readonly suspended: boolean
}

export interface BookedMail {
  readonly messageId: string
  readonly recipient: string
  readonly subject: string
  readonly deliveries: number
}

/** What is still to be done, in one glance at the database. */
export interface Standing {
  /** Queued, being played, undelivered or due by now. */
  readonly inHand: number
  /** Notices of the gateway that were sent off and not yet answered. */
  readonly underWay: number
  readonly stuck: number
  /** When something parked wants to go on. */
  readonly nextDue: Temporal.Instant | undefined
}

export interface Lookout extends AsyncDisposable {
  books(): Promise<CompanyBooks>
  stand(now: Temporal.Instant): Promise<Standing>
  /** Why it does not come to rest: for the words of a failure. */
  describeWork(): Promise<string>
  takeEvents(): Promise<string[]>
  expectEvents(...names: string[]): Promise<void>
}

/** Looks at everything as the database's owner, beside the wall and without touching anything. */
export function openLookout(at: TestDatabase): Lookout {
  const pool = new pg.Pool({ connectionString: at.ownerUrl, max: 2, application_name: "hostwell lookout" })
  // A trial may cut every connection; the next look opens a new one.
  pool.on("error", (error) => at.log.debug({ error: error.message }, "a look-out's connection broke"))
  const seen = new Set<string>()
  const takeEvents = async () => {
    // All of them: many may share one moment of a clock that stands still.
    const found = await pool.query<{ id: string; name: string }>(
      "select id, name from events.events order by at, id",
    )
    const fresh = found.rows.filter((row) => !seen.has(row.id))
    for (const { id } of fresh) seen.add(id)
    return fresh.map((row) => row.name)
  }
  return {
    books: () => readBooks(pool),
    stand: (now) => readStanding(pool, now),
    describeWork: () => describeWork(pool),
    takeEvents,
    expectEvents: async (...names) => {
      const found = await takeEvents()
      const [expected, came] = [[...names].sort().join(", "), [...found].sort().join(", ")]
      if (expected !== came) throw new Error(`Expected the events ${expected}; there came ${came}.`)
    },
    [Symbol.asyncDispose]: () => pool.end(),
  }
}

async function readBooks(pool: pg.Pool): Promise<CompanyBooks> {
  const [charges, servers, mails] = await Promise.all([
    pool.query<BookedCharge>(`
      select id, reference, amount_minor::text as "amountMinor", refunded_minor::text as "refundedMinor", currency
      from sandbox.card_charges order by created_at, id`),
    pool.query<BookedServer>(`
      select id, name, package_id as "packageId", memory, build_count as "buildCount", suspended
      from sandbox.virtfusion_servers where delete_at is null order by id`),
    pool.query<BookedMail>(`
      select message_id as "messageId", recipients ->> 0 as recipient, subject, deliveries
      from sandbox.mails order by received_at, id`),
  ])
  return { charges: charges.rows, servers: servers.rows, mails: mails.rows }
}

async function readStanding(pool: pg.Pool, now: Temporal.Instant): Promise<Standing> {
  const found = await pool.query<{
    in_hand: string
    under_way: string
    stuck: string
    next_due: string | null
  }>(
    `with work as (select state, due_at from work.operations where state not in ('done', 'undone', 'closed')),
    retries as (select state, next_at from events.deliveries where state <> 'done'),
    notices as (select due_at, tries > 0 and last_answer is null as is_under_way
      from sandbox.card_notices where state = 'due')
    select
      (select count(*) from work where state <> 'stuck' and (due_at is null or due_at <= $1))
        + (select count(*) from events.events where dispatched_at is null)
        + (select count(*) from retries where state = 'waiting' and next_at <= $1)
        + (select count(*) from notices where due_at <= $1) as in_hand,
      (select count(*) from notices where is_under_way and due_at > $1) as under_way,
      (select count(*) from work where state = 'stuck') + (select count(*) from retries where state = 'stuck') as stuck,
      to_json(least(
        (select min(due_at) from work where state <> 'stuck'),
        (select min(next_at) from retries where state = 'waiting'),
        (select min(due_at) from notices))) #>> '{}' as next_due`,
    [now.toString()],
  )
  const row = found.rows[0]
  return {
    inHand: Number(row?.in_hand),
    underWay: Number(row?.under_way),
    stuck: Number(row?.stuck),
    nextDue: row?.next_due ? Temporal.Instant.from(row.next_due) : undefined,
  }
}

async function describeWork(pool: pg.Pool): Promise<string> {
  const found = await pool.query<{ words: string }>(`
    select concat_ws(' ', count(*), name, state, 'at', progress, 'because', max(why)) as words
    from work.operations where state not in ('done', 'undone', 'closed') group by name, state, progress
    union all
    select concat_ws(' ', count(*), 'undelivered', name) from events.events where dispatched_at is null group by name
    union all
    select concat_ws(' ', count(*), reaction, state, max(error)) from events.deliveries
    where state <> 'done' group by reaction, state`)
  return found.rows.map((row) => row.words).join("; ") || "nothing"
}
