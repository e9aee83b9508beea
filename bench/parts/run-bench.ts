import { type Ground, openGround } from "./ground.ts"
import { type Options, readOptions } from "./options.ts"
import type { Comparison } from "./pairs.ts"
import { reportComparisons } from "./report.ts"

/** What is measured on a company that sells, beside its references. */
export interface Bench {
  readonly name: string
  run(ground: Ground, options: Options): Promise<Found>
}

export interface Found {
  readonly comparisons: readonly Comparison[]
  /** What the JSON says besides. */
  readonly facts?: Readonly<Record<string, unknown>>
  /** What people are told after the table. */
  tell?(): void
}

export async function runBench(bench: Bench, ground: Ground, options: Options): Promise<void> {
  const { comparisons, facts, tell } = await bench.run(ground, options)
  reportComparisons(bench.name, comparisons, options, facts)
  tell?.()
}

/** As a program of its own: on a company of its own. */
export async function runAlone(bench: Bench): Promise<void> {
  const options = readOptions()
  const { isShort } = options
  await using ground = await openGround({ isShort })
  await runBench(bench, ground, options)
}
