import { createSeededRandom } from "#kit/work/seeded-random.ts"
import { type Race, type RunHeat, runHeat } from "./race.ts"
import type { RaceStage } from "./race-stage.ts"
import { racesAtTheShop } from "./races-at-the-shop.ts"
import { racesAtWork } from "./races-at-work.ts"
import { racesForCredit } from "./races-for-credit.ts"
import { racesForMoney } from "./races-for-money.ts"
import { racesOfDisputes } from "./races-of-disputes.ts"
import { racesOfGatewayRefunds } from "./races-of-gateway-refunds.ts"
import { racesOfRenewals } from "./races-of-renewals.ts"

/** Those about money and the time it pays for. */
export const billingRaces: readonly Race[] = [
  ...racesForMoney,
  ...racesOfDisputes,
  ...racesOfGatewayRefunds,
  ...racesForCredit,
  ...racesOfRenewals,
]

export const races: readonly Race[] = [...racesAtTheShop, ...billingRaces, ...racesAtWork]

export interface RaceWish {
  readonly race: Race
  readonly heats: number
  readonly seed: number
  /** The machine's own order instead of the seed's. */
  readonly isFree?: boolean
}

export interface RaceFigures {
  heats: number
  /** Different ones, of those that the seed decided. */
  readonly orders: Set<string>
  statements: number
  answers: number
  refused: number
}

/** So many heats before the company comes to rest and every promise is asked of it. */
const HEATS_PER_REST = 5

/** Runs heats of one race until there were enough; throws at the first that is not as it must be, with its seed. */
export async function runRace(stage: RaceStage, wish: RaceWish): Promise<RaceFigures> {
  const figures: RaceFigures = { heats: 0, orders: new Set(), statements: 0, answers: 0, refused: 0 }
  while (figures.heats < wish.heats) {
    const batch: RunHeat[] = []
    while (batch.length < HEATS_PER_REST && figures.heats < wish.heats) {
      batch.push(await runOne(stage, wish, figures.heats))
      count(figures, batch.at(-1))
    }
    await named(wish, figures.heats, async () => {
      await stage.company.settle()
      for (const { heat, answers } of batch) await heat.judgeAtRest?.(answers)
      await stage.company.checkInvariants()
    })
  }
  return figures
}

async function runOne(stage: RaceStage, wish: RaceWish, turn: number): Promise<RunHeat> {
  const heat = await wish.race.prepare(stage, turn)
  const random = createSeededRandom(wish.seed + turn)
  const { interleaver } = stage
  return named(wish, turn, () => runHeat(heat, wish.isFree ? "the machine" : { interleaver, random }))
}

async function named<Result>(wish: RaceWish, turn: number, body: () => Promise<Result>): Promise<Result> {
  try {
    return await body()
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error)
    throw new Error(`${wish.race.name}, heat ${turn} of seed ${wish.seed}: ${words}`, { cause: error })
  }
}

function count(figures: RaceFigures, run: RunHeat | undefined): void {
  if (!run) return
  figures.heats += 1
  if (run.order !== "") figures.orders.add(run.order)
  figures.statements += run.order.length
  figures.answers += run.answers.length
  figures.refused += run.answers.filter(({ refused }) => refused !== undefined).length
}
