import { type CrashFigures, type CrashTrial, openCrashTrial } from "#app/testing/crash-trial.ts"
import { createStrikePlan, isOfSale, type StrikePlan } from "#app/testing/strike-plan.ts"
import { openNursery } from "#app/testing/worker-nursery.ts"
import { monotonicMs } from "#kit/clock.ts"
import { createSeededRandom } from "#kit/work/seeded-random.ts"

export interface KillRoundOptions {
  readonly clusterUrl: string
  /** At least so many are sold. */
  readonly orders: number
  /** So many blows of every kind at every place. */
  readonly kills: number
  readonly seed: number
  readonly minutes: number
  /** Companies that sell side by side, each with its own worker to be killed. */
  readonly companies: number
  /** Orders of one company between two times of asking every promise. */
  readonly atOnce: number
  /** At most so many die with one process, each at its own place. */
  readonly together: number
  tell(words: string): void
}

export interface KillRound {
  readonly plan: StrikePlan
  readonly figures: readonly CrashFigures[]
  readonly violations: readonly string[]
  readonly seconds: number
}

/** Sells until there were orders enough and every place has had its blows, or the time is over. */
export async function playKillRound(options: KillRoundOptions): Promise<KillRound> {
  const startMs = monotonicMs()
  const endMs = startMs + options.minutes * 60_000
  const plan = createStrikePlan({ isWanted: isOfSale })
  const figures: CrashFigures[] = []
  const violations: string[] = []
  let unsold = options.orders
  await using nursery = await openNursery({ size: options.companies })
  const isEnough = () => (unsold <= 0 && plan.isFulfilled(options.kills)) || monotonicMs() > endMs
  const sellOn = async (index: number) => {
    await using trial = await openCrashTrial({
      clusterUrl: options.clusterUrl,
      nursery,
      plan,
      random: createSeededRandom(options.seed + index),
      together: options.together,
      enough: options.kills,
      mostCalm: () => (monotonicMs() > endMs ? undefined : planCalm(options, plan, figures)),
    })
    figures.push(trial.figures)
    while (!isEnough()) {
      // The last places need many sales standing at once: what is left is not sold in ever smaller parts.
      const share = Math.ceil(Math.max(0, unsold) / options.companies)
      const count = Math.min(options.atOnce, Math.max(LEAST_AT_ONCE, share))
      unsold -= count
      await trial.sell(count)
      options.tell(describeProgress(trial, plan, index, monotonicMs() - startMs))
    }
  }
  const companies = Array.from({ length: options.companies }, (_, index) => index)
  await Promise.all(
    companies.map((index) =>
      // One company that broke its word does not stop the others: they may break another one.
      sellOn(index).catch((error: unknown) => void violations.push(wordsOf(error))),
    ),
  )
  return { plan, figures, violations, seconds: (monotonicMs() - startMs) / 1_000 }
}

const LEAST_AT_ONCE = 20

/** What one order passes when nothing happens to it. */
const PASSINGS_PER_ORDER = 160
/** Blows that fall where there were enough already: places that come first are passed more often. */
const WASTE = 1.3
const LEAST_CALM = 10
const MOST_CALM = 1_000

/** So many passings between two blows that those still wanted spread over the orders still to be sold. */
function planCalm(options: KillRoundOptions, plan: StrikePlan, figures: readonly CrashFigures[]): number {
  let blows = 0
  for (const { fallen } of plan.counts.values()) blows += WASTE * Math.max(0, options.kills - fallen)
  const orders = figures.reduce((left, one) => left - one.orders, options.orders)
  if (plan.counts.size === 0) return PASSINGS_PER_ORDER
  const deaths = blows / planned(options, figures)
  const between = deaths === 0 ? MOST_CALM : (2 * PASSINGS_PER_ORDER * Math.max(0, orders)) / deaths
  return Math.round(Math.min(MOST_CALM, Math.max(LEAST_CALM, between)))
}

/** How many really die together. */
function planned({ together }: KillRoundOptions, figures: readonly CrashFigures[]): number {
  const deaths = figures.reduce((total, one) => total + one.deaths, 0)
  const blows = figures.reduce((total, one) => total + one.blows.length, 0)
  return deaths < 20 ? together / 2 : Math.max(1, blows / deaths)
}

function describeProgress({ figures }: CrashTrial, plan: StrikePlan, index: number, ms: number): string {
  const counts = [...plan.counts.values()].map((count) => count.fallen)
  const all = counts.reduce((total, fallen) => total + fallen, 0)
  return `${Math.round(ms / 1_000)} s: company ${index + 1} has sold ${figures.orders} through ${figures.deaths} deaths; ${all} blows in all, at least ${Math.min(...counts)} of each kind at each of ${counts.length} places`
}

function wordsOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return error.cause === undefined ? error.message : `${error.message}\n${wordsOf(error.cause)}`
}
