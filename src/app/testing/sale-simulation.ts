import { createHash } from "node:crypto"
import { createSeededRandom } from "#kit/work/seeded-random.ts"
import { addFault, clearFaults } from "#sandbox/stand-in-faults.ts"
import { sweeps } from "../sweeps.ts"
import { type Company, openCompany } from "./company.ts"
import { type Lookout, openLookout } from "./company-books.ts"
import { openPlayer, type Player } from "./company-player.ts"
import { describeOdd, openSaleCheck, PromiseBroken, type SaleCheck } from "./sale-check.ts"
import { planSeed, type SeedPlan } from "./seed-plan.ts"
import { createSeededChance, type SeededChance } from "./seeded-chance.ts"

/** One company that lives through the whole sale once for every seed, each time with other customers and troubles. */
export interface SaleSimulation extends AsyncDisposable {
  /** Until everything is at rest. Throws when it does not come to rest. */
  play(seed: number): Promise<PlayedSeed>
  /** Asks every promise about all seeds so far. Throws what is broken. */
  check(): Promise<void>
  /** Orders that a person had to look at. */
  countNeedingPeople(): Promise<number>
}

export interface PlayedSeed {
  readonly seed: number
  readonly plan: SeedPlan
  readonly orders: number
  /** Processes that died or stood still, commits that were lost. */
  readonly faults: number
  /** Every decision, with times from the seed's own beginning: two plays of a seed have the same. */
  readonly story: readonly string[]
  readonly digest: string
}

/** Longer than all pauses of work that is merely unlucky. */
const WITHIN = { hours: 6 }
/** Older than this a payment nobody spoke of is asked about. */
const SWEEP_AFTER = { minutes: 15 }
const MOST_SWEEPS = 4
const WARM_UP_SEED = 0

export async function openSaleSimulation(clusterUrl: string): Promise<SaleSimulation> {
  await using opening = new AsyncDisposableStack()
  const chances: SeededChance[] = []
  const company = opening.use(
    await openCompany({
      clusterUrl,
      player: { kind: "memory", seed: 0 },
      seeded: (clock) => {
        const chance = createSeededChance(clock)
        chances.push(chance)
        return chance
      },
    }),
  )
  const [chance] = chances
  if (!chance) throw new Error("The company asked for no chance.")
  const house = {
    company,
    chance,
    lookout: opening.use(openLookout(company.at)),
    check: opening.use(openSaleCheck(company.at.ownerUrl)),
    orderIds: [],
  }
  // The first sale of a company opens its books and its series: what no later seed meets, none shall.
  await playSeed(house, WARM_UP_SEED)
  const closing = opening.move()
  return {
    play: (seed) => playSeed(house, seed),
    check: () => check(house),
    countNeedingPeople: async () => (await house.check.count()).needingPeople,
    [Symbol.asyncDispose]: () => closing.disposeAsync(),
  }
}

interface House {
  readonly company: Company
  readonly chance: SeededChance
  readonly lookout: Lookout
  readonly check: SaleCheck
  readonly orderIds: string[]
}

async function playSeed(house: House, seed: number): Promise<PlayedSeed> {
  const { company, chance } = house
  const { at, ground } = company
  const start = nextMorning(at.clock.now())
  at.clock.set(start)
  await chance.sow(seed)
  const plan = planSeed(createSeededRandom(seed))
  await clearFaults(ground.database, "card")
  await clearFaults(ground.database, "virtfusion")
  for (const { standIn, ...fault } of plan.outside) {
    await addFault(ground.database, standIn, { delayMs: 1_000, ...fault }, start)
  }
  const story: string[] = []
  let faults = 0
  await using player = await openPlayer(
    {
      kind: "memory",
      seed,
      workers: plan.workers,
      faults: plan.processes,
      onPlayed: (played) => {
        faults += played.faults
        story.push(...played.story.map((line) => sinceStart(line, start)))
      },
    },
    { ...company, lookout: house.lookout },
  )
  const orderIds = await sell(house, plan, player)
  house.orderIds.push(...orderIds)
  story.push(`ends after ${at.clock.now().since(start)}`)
  const digest = createHash("sha256").update(story.join("\n")).digest("hex").slice(0, 16)
  return { seed, plan, orders: orderIds.length, faults, story, digest }
}

async function sell({ company, lookout, check }: House, plan: SeedPlan, player: Player): Promise<string[]> {
  const orderIds: string[] = []
  for (const buyer of plan.buyers) {
    const order = await company.placeOrder()
    orderIds.push(order.orderId)
    await player.settle({ within: WITHIN })
    let { attemptId } = order
    if (buyer.firstCard) {
      await company.pay(attemptId, { card: buyer.firstCard, comesBack: true })
      await player.settle({ within: WITHIN })
      const again = await order.by.api.billing.paymentRequests.pay({ id: order.requestId })
      attemptId = again.id
      await player.settle({ within: WITHIN })
    }
    await company.pay(attemptId, { card: buyer.card, comesBack: buyer.comesBack })
    if (buyer.isSettledAlone) await player.settle({ within: WITHIN })
  }
  await player.settle({ within: WITHIN })
  // A payer who did not come back and a notice that was lost: only a sweep finds out.
  for (let sweep = 0; sweep < MOST_SWEEPS && !(await check.areDelivered(orderIds)); sweep++) {
    await playSweeps(company)
    await player.settle({ within: WITHIN })
  }
  const { inHand, underWay, nextDue } = await lookout.stand(company.at.clock.now())
  if (inHand + underWay > 0 || nextDue) throw new PromiseBroken(`No rest: ${await lookout.describeWork()}`)
  return orderIds
}

/** Those of the minutes. A day's own are left out: what they'd find depends on the seeds before. */
async function playSweeps({ at, ground, tenant }: Company): Promise<void> {
  at.clock.advance(SWEEP_AFTER)
  const now = at.clock.now()
  const due = { slot: now.toString(), day: at.clock.today("UTC") }
  for (const sweep of sweeps) {
    if (sweep.every !== "day") await ground.inTenant(tenant, (ctx) => sweep.run(ctx, due))
  }
}

async function check({ company, check: books, orderIds }: House): Promise<void> {
  await company.checkInvariants()
  const odd = await books.findOddOrders(orderIds)
  if (odd.length > 0) throw new PromiseBroken(`Not once each:\n${odd.map(describeOdd).join("\n")}`)
}

/** Each seed has a day of its own and the same hour, so that none can tell which was played before it. */
function nextMorning(now: Temporal.Instant): Temporal.Instant {
  const day = now.toZonedDateTimeISO("UTC").toPlainDate().add({ days: 1 })
  return day.toZonedDateTime({ timeZone: "UTC", plainTime: "09:00" }).toInstant()
}

function sinceStart(line: string, start: Temporal.Instant): string {
  const moment = /^time (\S+)$/.exec(line)?.[1]
  return moment ? `time ${Temporal.Instant.from(moment).since(start)}` : line
}
