import { hashPassword } from "#identity"
import { createStillClock, type MovableClock } from "#kit/clock.ts"
import { silentLog } from "#kit/context.ts"
import { createIds } from "#kit/id.ts"
import { createOutside } from "#kit/outside/outside.ts"
import type { Keyring } from "#kit/secrets.ts"
import type { Sweep } from "#kit/sweeps/define.ts"
import { onMemoryRunner } from "#kit/work/runner.ts"
import { createSeededRandom } from "#kit/work/seeded-random.ts"
import { saveSettings } from "#sandbox/virtfusion-control.ts"
import type { Config } from "../../config.ts"
import { type Ground, openGround } from "../../ground.ts"
import { openOwnDoor } from "../../own-door.ts"
import { listen } from "../../port.ts"
import { openSandbox } from "../../sandbox.ts"
import { openSeededPlayer } from "../../seeded-player.ts"
import { createServer } from "../../serve.ts"
import { sweeps } from "../../sweeps.ts"
import { demoPeople, demoSettings } from "../demo-tenant.ts"
import { openDemoCompany, type SandboxDoors } from "../open-demo-company.ts"
import { letActLater, payByCard, payRenewals } from "./afterwards.ts"
import { type Buyer, letBuy } from "./buy.ts"
import { leaveTraces, raisePrice } from "./open-things.ts"
import { isLively, type PastPlan, planPast } from "./plan.ts"
import { thankForRecommending } from "./recommend.ts"
import { fillPanel, lookAfterShop, makeRoom, offerCoupon, publishNotice, writeDown } from "./staff.ts"
import { findMember, type Stage } from "./stage.ts"
import { writeQuotes } from "./write-quotes.ts"

export interface PastOptions {
  readonly appUrl: string
  readonly keyring: Keyring
  readonly filesPlace: string
  readonly doors: SandboxDoors
  /** Nobody listens there yet; the stand-ins answer there while the past is played. */
  readonly port: number
  readonly config: Config
  /** The moment at which the past is over. */
  readonly until: Temporal.Instant
  /** Ends it between two days. */
  readonly stopping: AbortSignal
  /** Default: the one that every demo company has. */
  readonly plan?: PastPlan
}

interface Today {
  /** Everybody who has bought something so far. */
  readonly buyers: Buyer[]
  readonly day: number
  /** The last day before on which something was going on: what fell between them is done now. */
  readonly since: number
}

/** An hour is left at the end for what the last ones wait for. */
function firstMoment(plan: PastPlan, until: Temporal.Instant): Temporal.Instant {
  return until.subtract({ hours: 24 * plan.days + 1 })
}

const SEED = 1
/** Of the panel, which has its usual pace again afterwards: whoever buys then wants to watch. */
const BUILD_SECONDS = 1
const MOST_SERVERS = 100_000

/**
 * The weeks before the demo is first seen, through the real code: a clock that begins in the past, the seeded
 * scheduler for the work, the stand-ins behind a real port. The shop is opened by it as well, on its first day.
 */
export async function playPast(options: PastOptions): Promise<void> {
  await using playing = new AsyncDisposableStack()
  const plan = options.plan ?? planPast()
  const stage = await openStage(playing, options, plan)
  const usualPace = await saveSettings(stage.ground, {})
  await saveSettings(stage.ground, { buildSeconds: BUILD_SECONDS, serversPerGroup: MOST_SERVERS })
  await openShop(stage)
  const begin = firstMoment(plan, options.until)
  const buyers: Buyer[] = []
  let since = -1
  for (let day = 0; day < plan.days && !options.stopping.aborted; day++) {
    if (!isEventful(plan, day)) continue
    await travelTo(stage, hourOf(begin, day))
    await playDay(stage, plan, { buyers, day, since })
    since = day
  }
  if (options.stopping.aborted) return
  await writeDown(stage, buyers)
  await writeQuotes(stage, buyers)
  await leaveTraces(stage, { buyers, plan })
  await travelTo(stage, begin.add({ hours: 24 * plan.days }))
  await sellInFullHouse(stage, plan)
  await saveSettings(stage.ground, usualPace)
}

async function openStage(
  playing: AsyncDisposableStack,
  options: PastOptions,
  plan: PastPlan,
): Promise<Stage> {
  const { doors, config, port } = options
  const clock = createStillClock(firstMoment(plan, options.until).toString())
  const random = createSeededRandom(SEED)
  const statements = new Set<(text: string) => void>()
  const ground: Ground = await openGround({
    keyring: options.keyring,
    filesPlace: options.filesPlace,
    clock,
    // What goes wrong in it does so on purpose.
    log: silentLog,
    newId: createIds(clock, random.fill),
    outside: createOutside({
      userAgent: "Hostwell",
      random: random.next,
      monotonic: () => clock.now().epochMilliseconds,
      pause: () => Promise.resolve(),
    }),
    appUrl: unhurriedCommits(onMemoryRunner(options.appUrl)),
    allowPrivate: true,
    onStatement: (text) => {
      for (const hear of statements) hear(text)
    },
  })
  playing.defer(() => ground.close())
  const sandbox = await openSandbox(ground, { ...doors, smtpPort: 0, sendsNotices: false })
  playing.defer(() => sandbox.stop())
  await openDemoCompany(ground, doors, options.until)
  const quiet = { ...config, rateLimits: false }
  const web = await createServer(ground, { config: quiet, mounts: sandbox.mounts })
  playing.defer(() => web.stop(1_000))
  await listen(web.server, port)
  const url = doors.publicUrl
  const player = playing.use(
    openSeededPlayer(
      { seed: SEED, eventsATurn: "all" },
      {
        ground,
        clock,
        url,
        smtpUrl: sandbox.smtpUrl,
        statements,
        listSweeps: () => listSweeps(clock, options.until),
      },
    ),
  )
  const door = openOwnDoor(ground, url)
  return {
    ground,
    clock,
    player,
    card: { ...ground, baseUrl: `${doors.sandboxUrl}/card` },
    door,
    operator: (await findMember({ ground, door }, demoPeople.operator.email)).api,
    passwordHash: await hashPassword(demoPeople.english.password),
  }
}

/** Nothing goes wrong behind anybody's back while the past is played: what looks for that looks on a Monday now and then. */
const LOOKS = [
  "payments.match-payments",
  "provisioning.compare-panels",
  "ledger.prove-books",
  "privacy.keep-no-longer",
]
const MONDAY = 1
/** For so many days everything has been played as it is played every day. */
const RECENT_DAYS = 30

/**
 * The nights of long ago were played once a week and at each month's end: what was asked for, charged or earned in
 * between came with the next of them.
 */
function listSweeps(clock: MovableClock, until: Temporal.Instant): readonly Sweep[] {
  const { dayOfWeek, day, hour } = clock.now().toZonedDateTimeISO(demoSettings.timeZone)
  const isRecent = clock.now().until(until).total("hours") < RECENT_DAYS * 24
  if (hour > 0 || !(isRecent || dayOfWeek === MONDAY || day === 1)) return []
  const looks = dayOfWeek === MONDAY && (isRecent || day <= 7)
  return sweeps
    .filter(({ name }) => looks || !LOOKS.includes(name))
    .map((sweep) => ({ ...sweep, ofMissedDays: "last" }))
}

async function openShop(stage: Stage): Promise<void> {
  await stage.player.settle({ within: { seconds: 0 } })
  await offerCoupon(stage)
  await thankForRecommending(stage)
}

/** So many days before it is first seen, the panel has no room for a few hours. */
const FULL_DAYS_AGO = 16

/** Somebody comes, or does something about what they have. In between the company is left to itself. */
function isEventful(plan: PastPlan, day: number): boolean {
  return (
    isLively(day, plan.days) ||
    [FULL_DAYS_AGO, NEWS_DAYS_AGO, DEARER_DAYS_AGO, MAINTENANCE_DAYS_AGO].includes(plan.days - day) ||
    plan.newcomers.some((newcomer) => newcomer.day === day)
  )
}

async function playDay(stage: Stage, plan: PastPlan, today: Today): Promise<void> {
  const { buyers, day } = today
  await lookAfterShop(stage, day)
  const isFull = day === plan.days - FULL_DAYS_AGO
  if (isFull) await fillPanel(stage)
  buyers.push(
    ...(await letBuy(
      stage,
      plan.newcomers.filter((newcomer) => newcomer.day === day),
    )),
  )
  if (isFull) await makeRoom(stage)
  await goOn(stage, plan, today)
}

/** Not everybody comes at the same hour: from so many before the company's usual one. */
const HOURS = [3, 0, 6, 2, 9, 1, 5, 0]

function hourOf(begin: Temporal.Instant, day: number): Temporal.Instant {
  return begin.add({ hours: 24 * (day + 1) - (HOURS[day % HOURS.length] ?? 0) })
}

/** What was done until then has taken its time already. */
async function travelTo({ player, clock }: Stage, moment: Temporal.Instant): Promise<void> {
  const { milliseconds } = moment.since(clock.now(), { largestUnit: "milliseconds" })
  if (milliseconds > 0) await player.travel({ milliseconds: Math.round(milliseconds) })
}

const NEWS_DAYS_AGO = 26
const DEARER_DAYS_AGO = 20
const MAINTENANCE_DAYS_AGO = 2

async function goOn(stage: Stage, { days }: PastPlan, today: Today): Promise<void> {
  const { buyers, day } = today
  for (const buyer of buyers) {
    const { purchase, day: bought } = buyer.newcomer
    if (purchase.keeps && bought === day) await payByCard(buyer)
    if (isActingLater(buyer, today)) await letActLater(stage, buyer)
  }
  await payRenewals(stage, buyers, days - day)
  if (day === days - NEWS_DAYS_AGO) await publishNotice(stage, 0)
  if (day === days - DEARER_DAYS_AGO) await raisePrice(stage)
  if (day === days - MAINTENANCE_DAYS_AGO) await publishNotice(stage, 1)
}

function isActingLater({ newcomer: { day: bought, purchase } }: Buyer, { day, since }: Today): boolean {
  if (!purchase.later) return false
  const wished = bought + purchase.later.afterDays
  return wished > since && wished <= day
}

async function sellInFullHouse(stage: Stage, plan: PastPlan): Promise<void> {
  await fillPanel(stage)
  await letBuy(stage, [plan.unlucky])
  await makeRoom(stage)
}

/** Nothing of it must outlive a loss of power: whoever loses it begins again. */
function unhurriedCommits(url: string): string {
  const changed = new URL(url)
  const options = changed.searchParams.get("options") ?? ""
  changed.searchParams.set("options", `${options} -c synchronous_commit=off`.trim())
  return changed.toString()
}
