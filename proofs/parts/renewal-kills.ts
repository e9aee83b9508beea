import { setTimeout as pause } from "node:timers/promises"
import pg from "pg"
import { type Company, openCompany } from "#app/testing/company.ts"
import { createStrikePlan, type StrikePlan } from "#app/testing/strike-plan.ts"
import { type Nursery, openNursery, type WorkerProcess } from "#app/testing/worker-nursery.ts"
import { moveCompanyClock } from "#kit/clock/company-clock.ts"
import { monotonicMs } from "#kit/clock.ts"
import { createSeededRandom, type SeededRandom } from "#kit/work/seeded-random.ts"

export interface RenewalKillsOptions {
  readonly clusterUrl: string
  readonly seed: number
  readonly agreements: number
  readonly months: number
  say(words: string): void
}

export interface RenewalKills {
  readonly deaths: number
  /** Where a blow fell. */
  readonly places: number
  readonly paid: number
  readonly violations: readonly string[]
}

const ZONE = "Asia/Seoul"
const LOOK_EVERY_MS = 100
const MOST_MS_A_DAY = 180_000
/** A process gets on for so many passings before it may die again. */
const MOST_CALM = 12

interface House {
  readonly company: Company
  readonly nursery: Nursery
  readonly plan: StrikePlan
  readonly random: SeededRandom
  readonly owner: pg.Pool
  worker: WorkerProcess | undefined
  born: number
  deaths: number
  /** Nobody dies while the shop is filled. */
  isCalm: boolean
}

/** Agreements with a card each, renewed month after month by a worker that is killed again and again. */
export async function playRenewalKills(options: RenewalKillsOptions): Promise<RenewalKills> {
  await using opening = new AsyncDisposableStack()
  const nursery = opening.use(await openNursery({ size: 1 }))
  const company = opening.use(
    await openCompany({ clusterUrl: options.clusterUrl, player: { kind: "elsewhere" }, buildSeconds: 0 }),
  )
  const owner = new pg.Pool({ connectionString: company.at.ownerUrl, max: 2 })
  opening.defer(() => owner.end())
  const house: House = {
    company,
    nursery,
    plan: createStrikePlan(),
    random: createSeededRandom(options.seed),
    owner,
    worker: undefined,
    born: 0,
    deaths: 0,
    isCalm: true,
  }
  opening.defer(async () => house.worker?.stop())
  const violations: string[] = []
  try {
    await playMonths(house, options)
  } catch (error) {
    violations.push(error instanceof Error ? error.message : String(error))
  }
  const fallen = [...house.plan.counts.values()].filter((one) => one.fallen > 0)
  const places = new Set(fallen.map(({ place }) => place)).size
  return { deaths: house.deaths, places, paid: await countPaidOnce(house), violations }
}

async function playMonths(house: House, { agreements, months, say }: RenewalKillsOptions): Promise<void> {
  await fill(house, agreements)
  await house.company.checkInvariants()
  house.isCalm = false
  for (let month = 1; month <= months; month++) {
    const end = await readPaidUntil(house)
    // Asked for and charged are eight days apart; those between are caught up with.
    for (const day of [end.subtract({ days: 8 }), end.subtract({ days: 1 })]) await playDay(house, day)
    await house.company.checkInvariants()
    say(`month ${month}: ${house.deaths} deaths so far, every promise kept`)
  }
}

/** Servers for a month, each with a card that is charged by itself. */
async function fill(house: House, agreements: number): Promise<void> {
  const { company } = house
  const work = keepWorking(house)
  for (let one = 0; one < agreements; one++) {
    const by = await company.customer()
    const { attemptId } = await company.placeOrder({ by })
    await company.pay(attemptId)
    const setup = await by.api.payments.setups.start({ id: by.accountId ?? "" })
    await company.leaveCard(by, setup.id)
    await untilQuiet(house)
    const { methodId } = await by.api.payments.setups.get({ id: setup.id })
    const [bought] = (await by.api.billing.subscriptions.list({})).items
    await by.api.billing.subscriptions.chooseCollection({
      id: bought?.id ?? "",
      collection: "automatic",
      methodId: methodId ?? "",
    })
  }
  await work.stop()
}

async function playDay(house: House, day: Temporal.PlainDate): Promise<void> {
  const work = keepWorking(house)
  try {
    await moveTo(house, day.toZonedDateTime({ timeZone: ZONE, plainTime: "00:00:05" }).toInstant())
    await untilSwept(house, day)
    await untilQuiet(house)
    await moveTo(house, day.toZonedDateTime({ timeZone: ZONE, plainTime: "09:00:05" }).toInstant())
    await untilQuiet(house)
  } finally {
    await work.stop()
  }
}

/** A worker that died comes back; one that lives is aimed at again. */
function keepWorking(house: House): { stop(): Promise<void> } {
  let isOver = false
  const keeping = (async () => {
    while (!isOver) {
      await keepAlive(house)
      await pause(LOOK_EVERY_MS)
    }
  })()
  // Whoever waits for quiet complains in its own time.
  keeping.catch(() => {})
  return {
    stop: async () => {
      isOver = true
      await keeping
    },
  }
}

async function keepAlive(house: House): Promise<void> {
  const { worker, plan } = house
  if (!worker) {
    house.worker = await bear(house)
    return
  }
  for (const [place, commits] of worker.met) plan.meet(place, commits)
  const fallen = worker.struck.splice(0)
  for (const { strike } of fallen) plan.note(strike)
  const isDying = fallen.some(({ strike }) => strike.blow !== "cut")
  if (worker.isAlive() && !isDying) {
    worker.aim(aim(house))
    return
  }
  await worker.ended
  house.deaths += 1
  house.worker = await bear(house)
}

function aim({ plan, random, isCalm }: House) {
  if (isCalm) return { strikes: [] }
  return { strikes: plan.next(random), afterPassings: random.below(MOST_CALM) }
}

async function bear(house: House): Promise<WorkerProcess> {
  house.born += 1
  return house.nursery.start({
    appUrl: house.company.at.database.url,
    smtpUrl: house.company.smtpUrl,
    executorId: `renewing-${house.born}`,
    silentSeconds: 1.5,
    isNextRelease: false,
    aim: aim(house),
  })
}

async function moveTo({ company, worker }: House, moment: Temporal.Instant): Promise<void> {
  const { database, clock, refreshClock } = company.ground
  await refreshClock()
  const byMs = moment.epochMilliseconds - clock.now().epochMilliseconds
  if (byMs > 0) await moveCompanyClock(database, byMs)
  await refreshClock()
  worker?.wake()
}

/** Nothing in hand, nothing under way, and nothing due within this quarter of an hour. */
async function untilQuiet(house: House): Promise<void> {
  const endMs = monotonicMs() + MOST_MS_A_DAY
  for (let calmLooks = 0; calmLooks < 5; ) {
    const { inHand, underWay, stuck, nextDue } = await house.company.stand()
    const now = house.company.ground.clock.now()
    const isSoon = nextDue && Temporal.Instant.compare(nextDue, now.add({ minutes: 15 })) < 0
    if (stuck > 0) throw new Error(`Stuck: ${await house.company.describeWork()}`)
    if (inHand === 0 && underWay === 0 && !isSoon) calmLooks += 1
    else calmLooks = 0
    if (inHand === 0 && isSoon && nextDue) await moveTo(house, nextDue.add({ seconds: 1 }))
    if (monotonicMs() > endMs) throw new Error(`No rest: ${await house.company.describeWork()}`)
    await pause(LOOK_EVERY_MS)
  }
}

async function untilSwept({ owner, company, worker }: House, day: Temporal.PlainDate): Promise<void> {
  const endMs = monotonicMs() + MOST_MS_A_DAY
  for (;;) {
    const { rowCount } = await owner.query(
      "select from sweeps.sweep_runs where tenant_id = $1 and sweep = 'billing.collect' and slot = $2 and state = 'done'",
      [company.tenant, day.toString()],
    )
    if (rowCount) return
    if (monotonicMs() > endMs) throw new Error(`The sweeps of ${day} were not played.`)
    worker?.wake()
    await pause(LOOK_EVERY_MS * 5)
  }
}

async function readPaidUntil({ owner }: House): Promise<Temporal.PlainDate> {
  const { rows } = await owner.query<{ day: string }>(
    "select max(period_end)::text as day from billing.subscriptions",
  )
  return Temporal.PlainDate.from(rows[0]?.day ?? "")
}

/** Renewals with one invoice, one charge at the gateway and none of it sent back. */
async function countPaidOnce({ owner }: House): Promise<number> {
  const { rows } = await owner.query<{ paid: number }>(
    `select count(*)::int as paid from billing.payment_requests r where r.made_for = 'renewal' and r.state = 'paid'
       and (select count(*) from billing.invoices i where i.request_id = r.id) = 1
       and (select count(*) from sandbox.card_charges c join payments.attempts a on a.id = c.reference
         where a.reference = r.id and c.refunded_minor = 0) = 1`,
  )
  return rows[0]?.paid ?? 0
}
