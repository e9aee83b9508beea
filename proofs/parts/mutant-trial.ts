import type { Mutant } from "./mutant.ts"
import { type MutantLab, openMutantLab, type TestRun } from "./mutant-lab.ts"

/** Two at a time: most of a run is spent waiting for a database to start. */
const LABS = 2
const MOST_CHARACTERS = 160

/** Plants each of them in a copy of the house and tells who caught it. Answers with the number of failures. */
export async function tryMutants(chosen: readonly Mutant[]): Promise<number> {
  const beganMs = performance.now()
  using labs = new DisposableStack()
  const benches = Array.from({ length: LABS }, () => labs.use(openMutantLab()))
  const [first] = benches
  if (!first) throw new Error("There is no lab.")
  const failures = (await proveHealth(first, chosen)) + (await proveMutants(benches, chosen))
  const seconds = ((performance.now() - beganMs) / 1_000).toFixed(0)
  const verdict = `${chosen.length - failures} of ${chosen.length} planted bugs were caught in ${seconds} s.`
  console.log(failures === 0 ? `\n${verdict}` : `\n${verdict} ${failures} failure(s).`)
  return failures
}

/** Tests that fail anyway would catch everything. */
async function proveHealth(lab: MutantLab, chosen: readonly Mutant[]): Promise<number> {
  const named = Map.groupBy(chosen, (mutant) => mutant.named ?? "")
  const whole = new Set((named.get("") ?? []).flatMap(({ tests }) => tests))
  const healthy = whole.size > 0 ? [await lab.run([...whole])] : []
  for (const [name, some] of named) {
    const files = new Set(some.flatMap(({ tests }) => tests).filter((file) => !whole.has(file)))
    if (name !== "" && files.size > 0) healthy.push(await lab.run([...files], name))
  }
  const sick = healthy.filter((run) => run.failed.length > 0 || run.passed === 0)
  for (const run of sick) {
    const words = run.failed.map(({ name, why }) => `${name}: ${why}`).join("; ")
    console.log(`  FAILED  without any bug: ${words || `no test ran. ${run.words}`}`)
  }
  const passed = healthy.reduce((sum, run) => sum + run.passed, 0)
  console.log(`Without a bug: ${passed} tests pass.\n`)
  return sick.length
}

async function proveMutants(benches: readonly MutantLab[], chosen: readonly Mutant[]): Promise<number> {
  const waiting = [...chosen]
  let failures = 0
  await Promise.all(
    benches.map(async (lab) => {
      for (let mutant = waiting.shift(); mutant; mutant = waiting.shift()) {
        if (!report(mutant, await lab.try(mutant))) failures += 1
      }
    }),
  )
  return failures
}

/** Whether it was caught. */
function report(mutant: Mutant, run: TestRun): boolean {
  const [caughtBy] = run.failed.filter(({ isTimeout }) => !isTimeout)
  const head = `${mutant.name} (${mutant.breaks})`
  const seconds = `${run.seconds.toFixed(1).padStart(5)} s`
  if (caughtBy) {
    console.log(
      `  caught   ${seconds}  ${head}\n                    by ${caughtBy.name}\n                    ${caughtBy.why.slice(0, MOST_CHARACTERS)}`,
    )
    return true
  }
  // A test that is killed for its slowness has seen nothing.
  if (run.failed.length > 0) console.log(`  TIMED OUT ${seconds}  ${head}`)
  else if (run.passed > 0) console.log(`  SURVIVED ${seconds}  ${head}`)
  else console.log(`  BROKEN   ${seconds}  ${head}\n${run.words}`)
  return false
}
