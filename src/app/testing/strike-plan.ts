import type { SeededRandom } from "#kit/work/seeded-random.ts"
import type { Blow, Strike } from "./trial-strike.ts"

/** Which blows are still to fall where. The places are those that a sale was seen to pass: nobody writes them down. */
export interface StrikePlan {
  /** A place that was passed; and whether a commit follows it, which can be left unanswered. */
  meet(place: string, commits: boolean): void
  /** Those struck least so far: whichever place is passed first. None while no place is known. */
  next(random: SeededRandom, options?: NextOptions): Strike[]
  /** The blow has fallen. */
  note(strike: Strike): void
  readonly counts: ReadonlyMap<string, StrikeCount>
  /** Whether every place had at least so many of every blow that can fall there. */
  isFulfilled(times: number): boolean
}

export interface NextOptions {
  /** So many are to fall at once. Default: one. */
  readonly together?: number | undefined
  /** Where so many have fallen no more are wanted, as long as others lack them. */
  readonly enough?: number | undefined
}

export interface StrikeCount {
  readonly place: string
  readonly blow: Blow
  readonly fallen: number
}

/** The second or third passing meets a process in another mood than the first. */
const MOST_PASSINGS = 3
/** For each that is to fall. Not all at once, or only the first steps of a sale would ever be struck. */
const MOST_AIMED = 12
const MORE_PER_BLOW = 3

export interface StrikePlanOptions {
  readonly isWanted?: (place: string) => boolean
  /** How many blows fall in all. Default: any number. */
  readonly mostBlows?: number
}

/** What a day's sweeps start, once a day: no sale passes it. */
const DAILY_WORK = ["provisioning.compare-panel", "payments.match-payments"]
/** What happens once, when the company is furnished. */
const FURNISHING = ["audit.identity-acted"]

/** What a sale passes each time, and no step that only a trial's own next release has. */
export function isOfSale(place: string): boolean {
  const isElse = [...DAILY_WORK, ...FURNISHING].some((work) => place.startsWith(work))
  return !isElse && !place.includes("next-release")
}

export function createStrikePlan(options: StrikePlanOptions = {}): StrikePlan {
  const counts = new Map<string, { place: string; blow: Blow; fallen: number }>()
  let fallen = 0
  const keyOf = ({ place, blow }: Pick<Strike, "place" | "blow">) => `${blow} ${place}`
  const add = (place: string, blow: Blow) => {
    const key = keyOf({ place, blow })
    if (!counts.has(key)) counts.set(key, { place, blow, fallen: 0 })
  }
  return {
    counts,
    meet: (place, commits) => {
      if (options.isWanted?.(place) === false) return
      add(place, "kill")
      if (!commits) return
      add(place, "kill-unanswered")
      add(place, "cut")
    },
    next: (random, { together = 1, enough = Number.POSITIVE_INFINITY } = {}) => {
      if (fallen >= (options.mostBlows ?? Number.POSITIVE_INFINITY)) return []
      const lacking = [...counts.values()].filter((count) => count.fallen < enough)
      const strikes = (lacking.length > 0 ? lacking : [...counts.values()])
        .map((count) => ({ ...count, order: count.fallen + random.next() }))
        .sort((first, second) => first.order - second.order)
        .slice(0, MOST_AIMED + (together - 1) * MORE_PER_BLOW)
      return strikes.map(({ place, blow }) => ({ place, blow, nth: 1 + random.below(MOST_PASSINGS) }))
    },
    note: (strike) => {
      fallen += 1
      const count = counts.get(keyOf(strike))
      if (count) count.fallen += 1
    },
    isFulfilled: (times) => counts.size > 0 && [...counts.values()].every((count) => count.fallen >= times),
  }
}
