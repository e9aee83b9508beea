import { setTimeout as pause } from "node:timers/promises"
import { moveCompanyClock } from "#kit/clock/company-clock.ts"
import { machineClock, monotonicMs } from "#kit/clock.ts"
import type { SeededRandom } from "#kit/work/seeded-random.ts"
import { type Company, openCompany } from "./company.ts"
import type { Order } from "./company-shoppers.ts"
import { describeOdd, openSaleCheck, PromiseBroken, type SaleCheck } from "./sale-check.ts"
import type { StrikePlan } from "./strike-plan.ts"
import type { Aim, Strike, Wound } from "./trial-strike.ts"
import type { Nursery, WorkerProcess } from "./worker-nursery.ts"

/** How the dead process comes back. */
export const returns = ["the same executor", "another executor", "the next release"] as const
export type Return = (typeof returns)[number]

export interface CrashTrialOptions {
  readonly clusterUrl: string
  readonly nursery: Nursery
  readonly plan: StrikePlan
  readonly random: SeededRandom
  /** Silence after which a process counts as dead, in machine seconds. */
  readonly silentSeconds?: number
  readonly isLoud?: boolean
  /** A process is left alone for less than so many passings, at the moment. None: no blow falls any more. */
  readonly mostCalm?: () => number | undefined
  /** So many die with one process, each at its own place. Default: one. */
  readonly together?: number
  /** So many blows are wanted at each place. Default: as many as fall. */
  readonly enough?: number
}

/** One company that sells while its worker is killed again and again. */
export interface CrashTrial extends AsyncDisposable {
  readonly figures: CrashFigures
  /** Sells so many, killing at planned places all the while, until everything is at rest; then asks every promise. */
  sell(orders: number): Promise<void>
}

export interface CrashFigures {
  orders: number
  /** Processes that were killed. */
  deaths: number
  readonly blows: { strike: Strike; returned: Return | "it lives on"; recoveredMs: number }[]
  /** Mails handed over a second time, with the same Message-ID: all that SMTP allows. */
  repeatedMails: number
  /** Orders that a person had to look at. */
  needingPeople: number
}

const DEFAULT_SILENT_SECONDS = 1.5
const LOOK_EVERY_MS = 100
const AIM_MS = 1_000
const MOST_MS_PER_SALE = 600_000
/** More at once would only wait for a connection, and be told that the house is full. */
const MOST_AT_THE_COUNTER = 8

export async function openCrashTrial(options: CrashTrialOptions): Promise<CrashTrial> {
  await using opening = new AsyncDisposableStack()
  const { clusterUrl } = options
  const company = opening.use(
    await openCompany({ clusterUrl, player: { kind: "elsewhere" }, buildSeconds: 7 }),
  )
  const check = opening.use(openSaleCheck(company.at.ownerUrl))
  const figures: CrashFigures = { orders: 0, deaths: 0, blows: [], repeatedMails: 0, needingPeople: 0 }
  const house: House = {
    ...options,
    company,
    check,
    figures,
    wounds: [],
    born: 1,
    isNextRelease: false,
    worker: undefined,
    aimedAtMs: undefined,
  }
  opening.defer(async () => house.worker?.stop())
  const closing = opening.move()
  return {
    figures,
    sell: (orders) => sell(house, orders),
    [Symbol.asyncDispose]: () => closing.disposeAsync(),
  }
}

interface House extends CrashTrialOptions {
  readonly company: Company
  readonly check: SaleCheck
  readonly figures: CrashFigures
  /** Blows whose victim nobody has taken up again yet. */
  wounds: (Wound & { strike: Strike; returned: Return | "it lives on" })[]
  born: number
  isNextRelease: boolean
  worker: WorkerProcess | undefined
  /** Machine time of the last aim; undefined when there is none. */
  aimedAtMs: number | undefined
}

async function sell(house: House, orders: number): Promise<void> {
  const { company, check, figures } = house
  const endMs = monotonicMs() + MOST_MS_PER_SALE
  const placed: Order[] = []
  let unpaid = orders
  let failure: unknown
  const counter = openCounter(MOST_AT_THE_COUNTER)
  const shopping = Array.from({ length: orders }, async () => {
    const order = await counter(() => company.placeOrder())
    placed.push(order)
    const card = house.random.happens(0.15) ? "challenge" : "approved"
    const comesBack = house.random.happens(0.5)
    await company.pay(order.attemptId, { card, comesBack, withinMs: MOST_MS_PER_SALE })
    unpaid -= 1
  })
  Promise.all(shopping).catch((error: unknown) => {
    failure = error
  })
  for (;;) {
    await keepAlive(house)
    await noteRecoveries(house)
    const { inHand, underWay, nextDue } = await company.stand()
    if (failure !== undefined) throw new Error("The shopping broke.", { cause: failure })
    if (inHand === 0 && underWay === 0 && house.wounds.length === 0) {
      // A little further than asked: what many orders wait for, each at its own second, comes due together.
      if (nextDue) await moveTo(house, nextDue.add({ seconds: 5 }))
      else if (unpaid === 0) break
    }
    if (monotonicMs() > endMs) {
      throw new PromiseBroken(`No rest after ${MOST_MS_PER_SALE} ms: ${await company.describeWork()}`)
    }
    await pause(LOOK_EVERY_MS)
  }
  figures.orders += orders
  await company.checkInvariants()
  const odd = await check.findOddOrders(placed.map((order) => order.orderId))
  if (odd.length > 0) throw new PromiseBroken(`Not once each:\n${odd.map(describeOdd).join("\n")}`)
  const { repeatedMails, needingPeople } = await check.count()
  Object.assign(figures, { repeatedMails, needingPeople })
}

/** Lets so many in at once; the others stand in line. */
function openCounter(places: number) {
  const line: (() => void)[] = []
  let free = places
  return async <Result>(serve: () => Promise<Result>): Promise<Result> => {
    if (free === 0) await new Promise<void>((resolve) => line.push(resolve))
    else free -= 1
    try {
      return await serve()
    } finally {
      const next = line.shift()
      if (next) next()
      else free += 1
    }
  }
}

/** A worker that died comes back; one that lived through its blow, or has none before it, gets the next. */
async function keepAlive(house: House): Promise<void> {
  const { worker, plan } = house
  if (!worker) {
    house.worker = await bear(house, "another executor")
    return
  }
  for (const [place, commits] of worker.met) plan.meet(place, commits)
  const isDying = worker.struck.some(({ strike }) => strike.blow !== "cut")
  if (worker.isAlive() && !isDying) {
    takeBlow(house, worker, "it lives on")
    if (house.aimedAtMs === undefined) aimAt(house, worker, aim(house))
    // Its places are passed no more: others, maybe known only now, take their turn. Its calm goes on.
    else if (monotonicMs() - house.aimedAtMs > AIM_MS) aimAt(house, worker, { strikes: aim(house).strikes })
    return
  }
  await worker.ended
  const returned = returns[house.random.below(returns.length)] ?? "another executor"
  const isMeant = takeBlow(house, worker, returned)
  if (!isMeant) throw new PromiseBroken("A worker died without being killed.")
  house.figures.deaths += 1
  house.worker = await bear(house, returned)
}

function takeBlow(house: House, worker: WorkerProcess, returned: Return | "it lives on"): boolean {
  const fallen = worker.struck.splice(0)
  for (const { strike, ...wound } of fallen) {
    house.plan.note(strike)
    house.aimedAtMs = undefined
    house.wounds.push({ strike, returned, ...wound })
  }
  return fallen.length > 0
}

function aimAt(house: House, worker: WorkerProcess, at: Aim): void {
  house.aimedAtMs = monotonicMs()
  worker.aim(at)
}

function aim({ plan, random, together, enough, ...house }: House): Aim {
  const mostCalm = house.mostCalm ? house.mostCalm() : MOST_CALM
  if (mostCalm === undefined) return { strikes: [] }
  // Now and then at once, while it is still picking up what the last one left.
  const afterPassings = random.happens(0.2) ? 0 : random.below(mostCalm)
  return { strikes: plan.next(random, { together, enough }), afterPassings, together }
}

/** About the half of what one order passes. */
const MOST_CALM = 80

async function bear(house: House, returned: Return): Promise<WorkerProcess> {
  const { company, nursery } = house
  if (returned === "the next release") house.isNextRelease = !house.isNextRelease
  if (returned !== "the same executor") house.born += 1
  const aimed = aim(house)
  house.aimedAtMs = monotonicMs()
  return nursery.start({
    appUrl: company.at.database.url,
    smtpUrl: company.smtpUrl,
    executorId: `trial-${house.born}`,
    silentSeconds: house.silentSeconds ?? DEFAULT_SILENT_SECONDS,
    isNextRelease: house.isNextRelease,
    isLoud: house.isLoud ?? false,
    aim: aimed,
  })
}

/** Recovered: somebody has written to the victim again, or it has reached its end. */
async function noteRecoveries(house: House): Promise<void> {
  if (house.wounds.length === 0) return
  const recovered = await house.check.findRecovered(house.wounds)
  const now = machineClock.now().epochMilliseconds
  for (const { strike, returned, subject, atEpochMs } of house.wounds) {
    if (recovered.has(subject)) house.figures.blows.push({ strike, returned, recoveredMs: now - atEpochMs })
  }
  house.wounds = house.wounds.filter(({ subject }) => !recovered.has(subject))
}

async function moveTo({ company, worker }: House, moment: Temporal.Instant): Promise<void> {
  const { database, clock, refreshClock } = company.ground
  const byMs = moment.epochMilliseconds - clock.now().epochMilliseconds
  if (byMs > 0) await moveCompanyClock(database, byMs)
  await refreshClock()
  worker?.wake()
}
