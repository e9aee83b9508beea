import { relative } from "node:path"
import { BaseSequencer, type TestSpecification } from "vitest/node"

/**
 * The files that take longest, by what was measured; those that start programs and browsers stand between others, so
 * that not all of them do so at once. One that is begun last is waited for by workers that have nothing left to do.
 */
export const LONGEST = [
  "bench/smoke.test.ts",
  "scenarios/collecting.test.ts",
  "e2e/sale.test.ts",
  "scenarios/race.test.ts",
  "scenarios/many-of-one.test.ts",
  "src/app/start.test.ts",
  "scenarios/trials.test.ts",
  "e2e/shop-window.test.ts",
  "src/kit/work/dbos-runner.test.ts",
  "e2e/payment-methods.test.ts",
  "proofs/parts/abuse.test.ts",
  "e2e/sign-in.test.ts",
  "src/app/permissions.test.ts",
  "e2e/customers.test.ts",
  "src/kit/postgres/embedded.test.ts",
  "proofs/parts/golden.test.ts",
  "src/app/crash.test.ts",
  "scenarios/price-changes.test.ts",
  "e2e/mirrored.test.ts",
] as const

/** What takes longest is begun first: in a fresh clone nobody knows yet how long the files take. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = (file: TestSpecification) => rankOf(relative(file.project.config.root, file.moduleId))
    return (await super.sort(files)).sort((first, second) => rank(first) - rank(second))
  }
}

function rankOf(file: string): number {
  const rank = (LONGEST as readonly string[]).indexOf(file.replaceAll("\\", "/"))
  return rank < 0 ? LONGEST.length : rank
}
