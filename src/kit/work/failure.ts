import { databaseWords } from "../db.ts"
import { Refusal } from "../refusal.ts"
import { GiveUp, TryLater } from "./define.ts"
import type { TroubleKind } from "./trouble.ts"
import { troubleOf } from "./trouble-of.ts"

/** What happens after a step has failed. Pure: the error and the counts in, the plan out. */
export type AfterFailure = {
  readonly failures: number
  readonly why: string
  readonly trouble: TroubleKind
} & ({ readonly kind: "park"; readonly afterSeconds: number } | { readonly kind: "give-up" })

export interface FailureFacts {
  readonly error: unknown
  /** Failures before this one. */
  readonly failures: number
  readonly attempts: number
  readonly tries: number
  /** Instead of pauses that grow. */
  readonly everySeconds?: number | undefined
  /** Between 0 and 1: spreads the pauses, so that a server coming back isn't hit by everyone at once. */
  readonly random: number
}

export const DEFAULT_TRIES = 5
/** "Come back later" is no failure, but nothing goes on for ever: at half a minute each, this is eight hours. */
const MOST_ATTEMPTS = 1_000
const FIRST_PAUSE_SECONDS = 5
const LONGEST_PAUSE_SECONDS = 3_600
const PAUSE_GROWTH = 4
const LONGEST_LATER_SECONDS = 86_400

export function planAfterFailure(facts: FailureFacts): AfterFailure {
  const { error, attempts } = facts
  const why = wordsOf(error)
  const trouble = troubleOf(error)
  if (error instanceof TryLater && attempts < MOST_ATTEMPTS) {
    const afterSeconds = Math.min(Math.max(error.afterSeconds, 1), LONGEST_LATER_SECONDS)
    return { kind: "park", afterSeconds, failures: facts.failures, why, trouble }
  }
  const failures = facts.failures + 1
  // A refusal was foreseen by our own code: it would say the same again.
  if (error instanceof GiveUp || error instanceof Refusal) return { kind: "give-up", failures, why, trouble }
  if (failures >= facts.tries || attempts >= MOST_ATTEMPTS) {
    const times = attempts === 1 ? "" : ` (tried ${attempts} times)`
    return { kind: "give-up", failures, why: `${why}${times}`, trouble }
  }
  const afterSeconds = facts.everySeconds ?? pauseSeconds(failures, facts.random)
  return { kind: "park", afterSeconds, failures, why, trouble }
}

/** 5 s, 20 s, 80 s, 5 min, 21 min, 1 h, each up to a fifth shorter or longer. */
export function pauseSeconds(failures: number, random: number): number {
  const pause = Math.min(FIRST_PAUSE_SECONDS * PAUSE_GROWTH ** (failures - 1), LONGEST_PAUSE_SECONDS)
  return Math.round(pause * (0.8 + 0.4 * random))
}

const MOST_CHARACTERS = 2_000

export function wordsOf(error: unknown): string {
  if (error instanceof Refusal) {
    return `${error.declaration.say.en}${error.detail.because ? ` (${error.detail.because})` : ""}`
  }
  const words = databaseWords(error) ?? (error instanceof Error ? error.message : String(error))
  return words.slice(0, MOST_CHARACTERS)
}
