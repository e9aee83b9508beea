import { openSaleSimulation, type PlayedSeed } from "#app/testing/sale-simulation.ts"

/** Seeds that one company lived through, one after the other. */
export interface PlayedBatch {
  readonly seeds: number
  readonly orders: number
  readonly faults: number
  readonly turns: number
  readonly needingPeople: number
  /** The first one was played twice, in another order of things; undefined when it broke. */
  readonly isSameAgain: boolean | undefined
  readonly violations: readonly { readonly seeds: readonly number[]; readonly words: string }[]
}

/** What is found broken at the end is bisected, each half in a company of its own, until the seed is known. */
export async function playBatch(clusterUrl: string, seeds: readonly number[]): Promise<PlayedBatch> {
  await using simulation = await openSaleSimulation(clusterUrl)
  const [first = 0] = seeds
  const played: PlayedSeed[] = []
  for (const seed of seeds) {
    try {
      played.push(await simulation.play(seed))
    } catch (error) {
      // What it left behind would stand in the others' way: they go on in a company of their own.
      const rest = seeds.slice(played.length + 1)
      const others = rest.length > 0 ? await playBatch(clusterUrl, rest) : undefined
      const violation = { seeds: [seed], words: wordsOf(error) }
      return {
        ...sum(played, await simulation.countNeedingPeople(), others),
        violations: [violation, ...(others?.violations ?? [])],
      }
    }
  }
  const needingPeople = await simulation.countNeedingPeople()
  const again = await simulation.play(first)
  const isSameAgain = again.digest === played[0]?.digest
  const broken = await simulation.check().then(() => undefined, wordsOf)
  const violations = broken === undefined ? [] : await findCulprits(clusterUrl, seeds, broken)
  return { ...sum(played, needingPeople), isSameAgain, violations }
}

function sum(played: readonly PlayedSeed[], needingPeople: number, others?: PlayedBatch) {
  const add = (count: (one: PlayedSeed) => number) => played.reduce((total, one) => total + count(one), 0)
  return {
    seeds: played.length + (others?.seeds ?? 0),
    orders: add((one) => one.orders) + (others?.orders ?? 0),
    faults: add((one) => one.faults) + (others?.faults ?? 0),
    turns: add((one) => one.story.length) + (others?.turns ?? 0),
    needingPeople: needingPeople + (others?.needingPeople ?? 0),
    isSameAgain: others?.isSameAgain,
  }
}

async function findCulprits(
  clusterUrl: string,
  seeds: readonly number[],
  words: string,
): Promise<PlayedBatch["violations"]> {
  if (seeds.length <= 1) return [{ seeds, words }]
  const middle = seeds.length >> 1
  const halves = [seeds.slice(0, middle), seeds.slice(middle)]
  const found = []
  for (const half of halves) {
    const broken = await breakWith(clusterUrl, half)
    if (broken !== undefined) found.push(...(await findCulprits(clusterUrl, half, broken)))
  }
  // Neither half alone: it takes all of them.
  return found.length > 0 ? found : [{ seeds, words }]
}

async function breakWith(clusterUrl: string, seeds: readonly number[]): Promise<string | undefined> {
  await using simulation = await openSaleSimulation(clusterUrl)
  try {
    for (const seed of seeds) await simulation.play(seed)
    await simulation.check()
    return undefined
  } catch (error) {
    return wordsOf(error)
  }
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
