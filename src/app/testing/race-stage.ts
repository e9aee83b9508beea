import pg from "pg"
import type { Log } from "#kit/context.ts"
import { createEventDispatcher, type EventDispatcher } from "#kit/events/dispatcher.ts"
import { signWebhook } from "#kit/webhook-signature.ts"
import { createEngine, type Engine } from "#kit/work/engine.ts"
import { lookAtWork } from "#kit/work/memory-reads.ts"
import { playSegment } from "#kit/work/play-segment.ts"
import { wakeDueOperations } from "#kit/work/take-over.ts"
import type { MailTransport } from "#notifications"
import { receiveWebhook } from "#payments"
import { listReactions } from "../reactions.ts"
import { listWorkKinds, listWorkTitles, openMailTransport } from "../work.ts"
import { CARD_SECRET, type Company, openCompany } from "./company.ts"
import { createInterleaver, type Interleaver } from "./interleaver.ts"

export interface RaceStageOptions {
  readonly clusterUrl: string
  readonly seed: number
  readonly log?: Log
}

/** A company whose panel builds at once, with more than one worker, and with somebody who orders its statements. */
export interface RaceStage extends AsyncDisposable {
  readonly company: Company
  readonly interleaver: Interleaver
  /** Besides the company's own: each plays what is queued and delivers what was announced. */
  readonly workers: readonly (() => Promise<void>)[]
  /** Plays all work and delivers no event. */
  playWork(): Promise<void>
  /** Plays what is queued by now, and not what that queues. */
  playQueued(): Promise<void>
  /** A minute later: what stopped for a moment is queued again, and nobody has it in hand. */
  wakeWork(): Promise<void>
  /** What the gateway wants to tell about an attempt, signed, into our own webhook door: the first of it, or of a kind. */
  takeNotice(
    attemptId: string,
    type?: "charge.disputed" | "dispute.closed" | "charge.refunded",
  ): Promise<unknown>
  /** Asked as the database's owner. */
  rows<Row extends pg.QueryResultRow>(query: string, ...values: readonly unknown[]): Promise<Row[]>
  countDeadlocks(): Promise<number>
}

const MOST_CONNECTIONS = 24
const WORKERS = 2

export async function openRaceStage(options: RaceStageOptions): Promise<RaceStage> {
  const { clusterUrl, seed } = options
  await using opening = new AsyncDisposableStack()
  const interleaver = createInterleaver()
  const company = opening.use(
    await openCompany({
      clusterUrl,
      player: { kind: "memory", seed },
      buildSeconds: 0,
      maxConnections: MOST_CONNECTIONS,
      onStatement: interleaver.onStatement,
      ...(options.log ? { log: options.log } : {}),
    }),
  )
  opening.use(interleaver.watch(company.at.ownerUrl))
  const owner = new pg.Pool({ connectionString: company.at.ownerUrl, max: 2 })
  owner.on("error", (error) => company.at.log.debug({ error: error.message }, "a judge's connection broke"))
  opening.defer(() => owner.end())
  const rows: RaceStage["rows"] = async (query, ...values) => (await owner.query(query, [...values])).rows
  const mail = openMailTransport(company.smtpUrl)
  opening.defer(() => mail.close())
  const hands = Array.from({ length: WORKERS }, (_, number) => createHand(company, mail, number + 1))
  const closing = opening.move()
  return {
    company,
    interleaver,
    workers: hands.map((hand) => () => workOff(hand)),
    playWork: async () => {
      while ((await playQueued(hands[0])) > 0);
    },
    playQueued: async () => {
      await playQueued(hands[0])
    },
    wakeWork: async () => {
      company.at.clock.advance({ minutes: 1 })
      if (hands[0]) await wakeDueOperations(hands[0].engine)
    },
    takeNotice: (attemptId, type) => takeNotice(company, rows, { attemptId, type }),
    rows,
    countDeadlocks: async () => {
      const [row] = await rows<{ deadlocks: string }>(
        "select deadlocks from pg_stat_database where datname = current_database()",
      )
      return Number(row?.deadlocks)
    },
    [Symbol.asyncDispose]: () => closing.disposeAsync(),
  }
}

interface Hand {
  readonly engine: Engine
  readonly dispatcher: EventDispatcher
}

function createHand({ ground }: Company, mail: MailTransport, number: number): Hand {
  const { database, clock, newId, log } = ground
  const kinds = listWorkKinds(ground, mail)
  const parts = { database, clock, newId, log, random: () => 0.5 }
  return {
    engine: createEngine({ ...parts, kinds, executorId: `racer-${number}` }),
    dispatcher: createEventDispatcher({
      ...parts,
      reactions: listReactions(listWorkTitles(kinds), ground.keyring),
    }),
  }
}

/** A chain of work and events that feeds itself must not keep a heat for ever. */
const MOST_ROUNDS = 40

/** What is queued and undelivered by now. Two hands at it take operations out of each other's, as two processes may. */
async function workOff(hand: Hand): Promise<void> {
  for (let rounds = 1; rounds <= MOST_ROUNDS; rounds++) {
    const played = await playQueued(hand)
    const delivered = await hand.dispatcher.dispatchAll()
    if (played + delivered === 0) return
  }
}

async function playQueued(hand: Hand | undefined): Promise<number> {
  if (!hand) return 0
  const { playable } = await lookAtWork(hand.engine.database)
  const queued = playable.filter(({ executor }) => executor === null)
  for (const { segment } of queued) await playSegment(hand.engine, segment)
  return queued.length
}

async function takeNotice(
  { ground, tenant }: Company,
  rows: RaceStage["rows"],
  { attemptId, type }: { readonly attemptId: string; readonly type: string | undefined },
) {
  const [notice] = await rows<{ body: string; endpoint: string }>(
    `select body, (select id from payments.endpoints limit 1) as endpoint from sandbox.card_notices
    where body::jsonb -> 'data' ->> 'reference' = $1 and type = coalesce($2, type) order by id limit 1`,
    attemptId,
    type ?? null,
  )
  if (!notice) throw new Error(`The gateway has nothing to tell about ${attemptId}.`)
  const atSeconds = Math.floor(ground.clock.now().epochMilliseconds / 1_000)
  const signature = signWebhook({ body: notice.body, secrets: [CARD_SECRET], atSeconds })
  const headers = new Headers({ "sandbox-card-signature": signature })
  const delivery = { endpointId: notice.endpoint, headers, rawBody: Buffer.from(notice.body) }
  return ground.inTenant(tenant, (ctx) => receiveWebhook(ctx, ground.keyring, delivery))
}
