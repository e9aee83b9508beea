/** Reference and subject taken in turns on the same machine, so that a noisy neighbour hits both. */
export interface Pair {
  readonly reference: number
  readonly subject: number
}

export interface Comparison {
  readonly name: string
  /** What the two numbers are: "requests/s", "ms". */
  readonly unit: string
  readonly pairs: readonly Pair[]
  readonly medianRatio: number
  readonly medianReference: number
  readonly medianSubject: number
  readonly lowestRatio: number
  readonly highestRatio: number
  /** Spread of the reference itself; above 15 % the machine was too noisy for the run to count. */
  readonly referenceCv: number
  readonly target: Target | undefined
  readonly verdict: "met" | "missed" | "void" | "shown"
}

/** "at least 0.8" for rates, "at most 4" for times; `isGoal` marks an ambition that does not fail the run. */
export interface Target {
  readonly atLeast?: number
  readonly atMost?: number
  readonly isGoal?: boolean
}

export const FEWEST_PAIRS = 7
const NOISE_LIMIT = 0.15

export async function comparePairs(plan: {
  name: string
  unit: string
  pairs?: number
  /** One pair, unwarmed: shows that it runs, not how fast. */
  isShort?: boolean
  target?: Target
  reference: () => Promise<number>
  subject: () => Promise<number>
}): Promise<Comparison> {
  if (plan.isShort) return { ...judge(plan, [await takePair(plan, true)]), verdict: "shown" }
  const count = Math.max(plan.pairs ?? FEWEST_PAIRS, FEWEST_PAIRS)
  // One round unmeasured: caches, JIT and connections belong to nobody's figure.
  await plan.reference()
  await plan.subject()
  const pairs: Pair[] = []
  for (let index = 0; index < count; index++) {
    pairs.push(await takePair(plan, index % 2 === 0))
  }
  return judge(plan, pairs)
}

/** Who goes first alternates, so that neither always profits from the other's warmth. */
async function takePair(
  plan: { reference: () => Promise<number>; subject: () => Promise<number> },
  isReferenceFirst: boolean,
): Promise<Pair> {
  if (isReferenceFirst) {
    const reference = await plan.reference()
    return { reference, subject: await plan.subject() }
  }
  const subject = await plan.subject()
  return { reference: await plan.reference(), subject }
}

export function judge(
  plan: { name: string; unit: string; target?: Target | undefined },
  pairs: readonly Pair[],
): Comparison {
  const ratios = pairs.map(({ reference, subject }) => subject / reference).sort((a, b) => a - b)
  const referenceCv = variation(pairs.map(({ reference }) => reference))
  const medianRatio = median(ratios)
  return {
    name: plan.name,
    unit: plan.unit,
    pairs,
    medianRatio,
    medianReference: median(pairs.map(({ reference }) => reference)),
    medianSubject: median(pairs.map(({ subject }) => subject)),
    lowestRatio: ratios[0] ?? Number.NaN,
    highestRatio: ratios.at(-1) ?? Number.NaN,
    referenceCv,
    target: plan.target,
    verdict: verdictOf(medianRatio, referenceCv, plan.target),
  }
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  if (sorted.length % 2 === 1) return sorted[middle] ?? Number.NaN
  return ((sorted[middle - 1] ?? Number.NaN) + (sorted[middle] ?? Number.NaN)) / 2
}

/** Standard deviation over mean. */
export function variation(values: readonly number[]): number {
  const mean = values.reduce((total, value) => total + value, 0) / values.length
  const square = values.reduce((total, value) => total + (value - mean) ** 2, 0) / values.length
  return Math.sqrt(square) / mean
}

function verdictOf(ratio: number, cv: number, target: Target | undefined): Comparison["verdict"] {
  if (!target) return "shown"
  const isMet = ratio >= (target.atLeast ?? -Infinity) && ratio <= (target.atMost ?? Infinity)
  if (isMet) return "met"
  return cv > NOISE_LIMIT ? "void" : "missed"
}
