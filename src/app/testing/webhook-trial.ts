import pg from "pg"
import { money } from "#kit/money.ts"
import { createSeededRandom, type SeededRandom } from "#kit/work/seeded-random.ts"
import { startAttempt } from "#payments"
import { CARD_SECRET, type Company, openCompany } from "./company.ts"
import { PageBusy, patiently } from "./patience.ts"
import {
  type Fate,
  fates,
  NOTICES_PER_ATTEMPT,
  type Notice,
  type PlannedAttempt,
  planSendings,
  type Sending,
  signNotice,
  writeNotice,
} from "./webhook-plan.ts"

export interface WebhookTrialOptions {
  readonly clusterUrl: string
  readonly seed: number
  /** Distinct ones; each comes one to five times. */
  readonly webhooks: number
  readonly onProgress?: (words: string) => void
}

export interface WebhookFigures {
  readonly attempts: number
  readonly webhooks: number
  readonly sendings: number
  readonly forged: number
  /** Forged ones that were answered with anything but 4xx, or left a row. */
  readonly believed: number
  /** Sent before the transaction that made their attempt was committed. */
  readonly early: number
  /** True ones without a row that is worked through, or whose copies were not all counted. */
  readonly lost: number
  /** Attempts that don't stand where one stands whose notices came once each and in order. */
  readonly astray: readonly string[]
  readonly settledTwice: number
  readonly brokenPromises: readonly string[]
}

const AT_ONCE = 8
const PER_STOP = 100
const EARLY = 0.1

/** Many payments, and everything that can happen to notices on their way. The notices alone carry the news: no sweep runs. */
export async function playWebhooks(options: WebhookTrialOptions): Promise<WebhookFigures> {
  const expected = await playInOrder(options)
  await using stack = new AsyncDisposableStack()
  const stage = await openStage(stack, options)
  const count = Math.max(1, Math.floor(options.webhooks / NOTICES_PER_ATTEMPT))
  const attempts = await openAttempts(stage, count)
  options.onProgress?.(`${attempts.length} payments stand at the gateway`)
  const sendings = planSendings(attempts, { random: stage.random, from: stage.company.at.clock.now() })
  await sendAll(stage, sendings, options.onProgress)
  await stage.company.settle({ within: { hours: 2 } })
  return await judge(stage, { attempts, sendings, expected })
}

interface Stage {
  readonly company: Company
  readonly pool: pg.Pool
  readonly random: SeededRandom
  readonly address: string
  readonly accountId: string
  /** Attempts so far. */
  opened: number
  /** Forged ones that were not answered with 4xx, and true ones that were not answered with 2xx. */
  readonly odd: { forged: number; refused: number; early: Notice[] }
}

async function openStage(stack: AsyncDisposableStack, options: WebhookTrialOptions): Promise<Stage> {
  const { clusterUrl, seed } = options
  const company = stack.use(await openCompany({ clusterUrl, player: { kind: "memory", seed } }))
  const pool = new pg.Pool({ connectionString: company.at.ownerUrl, max: 1 })
  stack.defer(() => pool.end())
  // The gateway's own notices stay away: ours come in their place, when and as often as planned.
  await company.fault("card", { call: "notices.send", fault: "notice_lost", remaining: null })
  const found = await pool.query<{ address: string }>(
    "select webhook_url as address from sandbox.card_merchants",
  )
  const { accountId } = await company.customer()
  return {
    company,
    pool,
    random: createSeededRandom(seed),
    address: new URL(found.rows[0]?.address ?? "").pathname,
    accountId: accountId ?? "",
    opened: 0,
    odd: { forged: 0, refused: 0, early: [] },
  }
}

/** One payment of each fate, each notice once, in its order, at once: where a payment is to stand in the end. */
async function playInOrder(options: WebhookTrialOptions): Promise<ReadonlyMap<Fate, string>> {
  await using stack = new AsyncDisposableStack()
  const stage = await openStage(stack, options)
  const expected = new Map<Fate, string>()
  for (const fate of fates) {
    const attemptId = await openAttempt(stage)
    await stage.company.settle({ within: { minutes: 1 } })
    await meetFate(stage, { attemptId, fate })
    const { clock } = stage.company.at
    if (fate === "walked away") clock.set(clock.now().add({ minutes: 65 }))
    const notice = writeNotice(stage.random, {
      type: "checkout.closed",
      reference: attemptId,
      at: clock.now(),
    })
    await send(stage, notice)
    await stage.company.settle({ within: { minutes: 1 } })
    expected.set(fate, (await readAttempts(stage)).get(attemptId) ?? "nowhere")
  }
  return expected
}

async function openAttempts(stage: Stage, count: number): Promise<PlannedAttempt[]> {
  const attempts: PlannedAttempt[] = []
  while (attempts.length < count) {
    const some = Math.min(PER_STOP, count - attempts.length)
    const planned: PlannedAttempt[] = []
    for (let number = 0; number < some; number++) {
      const attemptId = await openAttempt(stage)
      const luck = stage.random.next()
      planned.push({ attemptId, fate: luck < 0.7 ? "paid" : luck < 0.85 ? "declined" : "walked away" })
    }
    await stage.company.settle({ within: { minutes: 5 } })
    await eachOf(planned, (one) => meetFate(stage, one))
    attempts.push(...planned)
  }
  return attempts
}

/**
 * Now and then a notice is faster than the commit of what it speaks of. Never the first one: it would wait for the
 * commit that makes the gateway's queue known, and that one waits here for the notice's answer.
 */
async function openAttempt(stage: Stage): Promise<string> {
  const { company, accountId, random } = stage
  const isEarly = random.happens(EARLY) && stage.opened > 0
  stage.opened += 1
  return company.ground.inTenant(company.tenant, async (ctx) => {
    const { id } = await startAttempt(ctx, {
      reference: ctx.newId("prq"),
      accountId,
      amount: money(11_000n, "KRW"),
      gateway: "sandbox-card",
      description: "VPS S",
      language: "en",
    })
    if (isEarly) {
      const notice = writeNotice(random, { type: "checkout.created", reference: id, at: ctx.clock.now() })
      stage.odd.early.push(notice)
      await send(stage, notice)
    }
    return id
  })
}

async function meetFate({ company }: Stage, { attemptId, fate }: PlannedAttempt): Promise<void> {
  if (fate === "walked away") return
  await company.pay(attemptId, { card: fate === "paid" ? "approved" : "no-money", comesBack: false })
}

async function sendAll(
  stage: Stage,
  sendings: readonly Sending[],
  onProgress: WebhookTrialOptions["onProgress"],
): Promise<void> {
  for (let first = 0; first < sendings.length; first += PER_STOP) {
    const some = sendings.slice(first, first + PER_STOP)
    const until = some.at(-1)?.at
    const { clock } = stage.company.at
    if (until && Temporal.Instant.compare(until, clock.now()) > 0) clock.set(until)
    await eachOf(some, ({ notice }) => send(stage, notice))
    await stage.company.settle({ within: { seconds: 0 } })
    if ((first / PER_STOP) % 25 === 0) onProgress?.(`${first + some.length} of ${sendings.length} sent`)
  }
}

async function send(stage: Stage, notice: Notice): Promise<void> {
  const nowSeconds = Math.floor(stage.company.at.clock.now().epochMilliseconds / 1_000)
  const { body, signature } = signNotice(notice, { secret: CARD_SECRET, nowSeconds })
  const headers = {
    "content-type": "application/json",
    ...(signature ? { "sandbox-card-signature": signature } : {}),
  }
  // A gateway that hears "busy" comes again.
  const answer = await patiently(async () => {
    const given = await stage.company.request(stage.address, { method: "POST", body, headers })
    await given.arrayBuffer()
    if (given.status === 503) throw new PageBusy(given)
    return given
  })
  const isRefused = answer.status >= 400 && answer.status < 500
  if (notice.forgery && !isRefused) stage.odd.forged += 1
  if (!notice.forgery && !answer.ok) stage.odd.refused += 1
}

async function judge(
  stage: Stage,
  played: {
    readonly attempts: readonly PlannedAttempt[]
    readonly sendings: readonly Sending[]
    readonly expected: ReadonlyMap<Fate, string>
  },
): Promise<WebhookFigures> {
  const { attempts, sendings, expected } = played
  const { early } = stage.odd
  const inbox = await readInbox(stage)
  const genuine = new Map<string, number>(early.map(({ eventId }) => [eventId, 1]))
  const forged = sendings.filter(({ notice }) => notice.forgery)
  for (const { notice } of sendings) {
    if (!notice.forgery) genuine.set(notice.eventId, (genuine.get(notice.eventId) ?? 0) + 1)
  }
  const lost = [...genuine].filter(([eventId, copies]) => inbox.get(eventId) !== `processed ${copies}`)
  const stored = forged.filter(({ notice }) => inbox.has(notice.eventId))
  const stand = await readAttempts(stage)
  const astray = attempts
    .filter(({ attemptId, fate }) => stand.get(attemptId) !== expected.get(fate))
    .map(({ attemptId, fate }) => `${attemptId} ${fate}: ${stand.get(attemptId)}, not ${expected.get(fate)}`)
  const told = await stage.pool.query<{ twice: string }>(`
    select count(*) as twice from (
      select data ->> 'attemptId' from events.events where name = 'payment.settled' group by 1 having count(*) > 1) as found`)
  return {
    attempts: attempts.length,
    webhooks: genuine.size,
    sendings: sendings.length + early.length,
    forged: forged.length,
    believed: stage.odd.forged + stored.length + (inbox.size - genuine.size - stored.length),
    early: early.length,
    lost: lost.length + stage.odd.refused,
    astray,
    settledTwice: Number(told.rows[0]?.twice),
    brokenPromises: await stage.company.checkInvariants().then(
      () => [],
      (error: unknown) => [error instanceof Error ? error.message : String(error)],
    ),
  }
}

/** Where each stands, with the cash that the ledger holds for it. */
async function readAttempts({ pool }: Stage): Promise<Map<string, string>> {
  const found = await pool.query<{ id: string; stand: string }>(`
    select a.id, concat_ws(' ', a.state, a.decline,
      (select sum(p.amount_minor) from ledger.transfers t
        join ledger.postings p on p.tenant_id = t.tenant_id and p.transfer_id = t.id
        join ledger.accounts c on c.tenant_id = p.tenant_id and c.id = p.ledger_account_id
        where t.reference = a.id and c.name = 'cash:sandbox-card')) as stand
    from payments.attempts a`)
  return new Map(found.rows.map((row) => [row.id, row.stand]))
}

async function readInbox({ pool }: Stage): Promise<Map<string, string>> {
  const found = await pool.query<{ event_id: string; stand: string }>(
    "select event_id, state || ' ' || deliveries as stand from payments.webhook_inbox",
  )
  return new Map(found.rows.map((row) => [row.event_id, row.stand]))
}

async function eachOf<Item>(items: readonly Item[], act: (item: Item) => Promise<void>): Promise<void> {
  const waiting = [...items]
  const lane = async () => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) await act(item)
  }
  await Promise.all(Array.from({ length: AT_ONCE }, lane))
}
