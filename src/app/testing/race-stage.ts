import pg from "pg"
import type { Log } from "#kit/context.ts"
import { signWebhook } from "#kit/webhook-signature.ts"
import { createMemoryRunner } from "#kit/work/memory-runner.ts"
import { receiveWebhook } from "#payments"
import { listWorkKinds, openMailTransport } from "../work.ts"
import { CARD_SECRET, type Company, openCompany } from "./company.ts"
import { openLookout } from "./company-books.ts"
import { openPlayer, type Player } from "./company-player.ts"
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
  /** Besides the company's own: each plays work, delivers events and sends the gateway's notices. */
  readonly workers: readonly Player[]
  /** Plays all work and delivers no event. */
  playWork(): Promise<void>
  /** What the gateway wants to tell about an attempt, signed, into our own webhook door. */
  takeNotice(attemptId: string): Promise<unknown>
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
  opening.defer(() => owner.end())
  const rows: RaceStage["rows"] = async (query, ...values) => (await owner.query(query, [...values])).rows
  const workers: Player[] = []
  for (let number = 1; number <= WORKERS; number++) {
    workers.push(opening.use(await openWorker(opening, company, seed + number)))
  }
  const playWork = openWorkAlone(opening, company, seed)
  const closing = opening.move()
  return {
    company,
    interleaver,
    workers,
    playWork,
    takeNotice: (attemptId) => takeNotice(company, rows, attemptId),
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

async function openWorker(opening: AsyncDisposableStack, company: Company, seed: number): Promise<Player> {
  const { at, ground, url, smtpUrl } = company
  const lookout = opening.use(openLookout(at))
  return openPlayer({ kind: "memory", seed, workers: 1 }, { at, ground, url, smtpUrl, lookout })
}

function openWorkAlone(opening: AsyncDisposableStack, company: Company, seed: number): () => Promise<void> {
  const { at, ground, smtpUrl } = company
  const mail = openMailTransport(smtpUrl)
  opening.defer(() => mail.close())
  const runner = createMemoryRunner({ ...ground, clock: at.clock, kinds: listWorkKinds(ground, mail), seed })
  opening.defer(() => runner.stop())
  return async () => void (await runner.playOut())
}

async function takeNotice({ ground, tenant }: Company, rows: RaceStage["rows"], attemptId: string) {
  const [notice] = await rows<{ body: string; endpoint: string }>(
    `select body, (select id from payments.endpoints limit 1) as endpoint from sandbox.card_notices
    where body::jsonb -> 'data' ->> 'reference' = $1 order by id limit 1`,
    attemptId,
  )
  if (!notice) throw new Error(`The gateway has nothing to tell about ${attemptId}.`)
  const atSeconds = Math.floor(ground.clock.now().epochMilliseconds / 1_000)
  const signature = signWebhook({ body: notice.body, secrets: [CARD_SECRET], atSeconds })
  const headers = new Headers({ "sandbox-card-signature": signature })
  const delivery = { endpointId: notice.endpoint, headers, rawBody: Buffer.from(notice.body) }
  return ground.inTenant(tenant, (ctx) => receiveWebhook(ctx, ground.keyring, delivery))
}
