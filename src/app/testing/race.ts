import { ApiProblem } from "#kit/problem.ts"
import { Refusal } from "#kit/refusal.ts"
import type { SeededRandom } from "#kit/work/seeded-random.ts"
import type { Interleaver } from "./interleaver.ts"
import type { RaceStage } from "./race-stage.ts"

/** Several who want the same thing at the same instant. */
export interface Race {
  readonly name: string
  /** Whole workers run in it: a heat takes seconds, and there are fewer of them. */
  readonly hasWorkers?: boolean
  /** Who they are and what must come of it, for one heat of the race. */
  prepare(stage: RaceStage, turn: number): Promise<Heat>
}

export interface Heat {
  readonly acts: readonly Act[]
  /** The codes somebody may be told no with. Any other failure is a bug. */
  readonly refusals: readonly string[]
  /** As soon as all have their answer. */
  judge?(answers: readonly Answer[]): Promise<void> | void
  /** When the company has come to rest. */
  judgeAtRest?(answers: readonly Answer[]): Promise<void> | void
}

/** One of them. Whatever is asked of the company is asked by `ask`. */
export type Act = (ask: Ask) => Promise<unknown>
export type Ask = <Result>(question: () => Promise<Result>) => Promise<Result | undefined>

export interface Answer {
  /** Which act asked. */
  readonly act: number
  /** Undefined when it was done. */
  readonly refused: string | undefined
  readonly value: unknown
}

export interface RunHeat {
  readonly heat: Heat
  readonly answers: readonly Answer[]
  /** Whose statement came after whose; empty when the machine decided. */
  readonly order: string
}

/** All at once, in the order the machine makes of it; or statement by statement, in the order of a seed. */
export async function runHeat(
  heat: Heat,
  by: { readonly interleaver: Interleaver; readonly random: SeededRandom } | "the machine",
): Promise<RunHeat> {
  const answers: Answer[] = []
  const acts = heat.acts.map((act, index) => () => act(askFor(heat, index, answers)))
  const { outcomes, order } =
    by === "the machine"
      ? { outcomes: await Promise.allSettled(acts.map((act) => act())), order: "" }
      : await by.interleaver.run(acts, by.random)
  const failed = outcomes.find((outcome) => outcome.status === "rejected")
  if (failed) throw failed.reason
  await heat.judge?.(answers)
  return { heat, answers, order }
}

function askFor(heat: Heat, act: number, answers: Answer[]): Ask {
  return async (question) => {
    try {
      const value = await question()
      answers.push({ act, refused: undefined, value })
      return value
    } catch (error) {
      const refused = codeOf(error)
      if (refused === undefined || !heat.refusals.includes(refused)) throw error
      answers.push({ act, refused, value: undefined })
      return undefined
    }
  }
}

function codeOf(error: unknown): string | undefined {
  return error instanceof ApiProblem || error instanceof Refusal ? error.code : undefined
}

export function countDone(answers: readonly Answer[]): number {
  return answers.filter(({ refused }) => refused === undefined).length
}
