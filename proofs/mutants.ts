// mutants: planted bugs, each of which a test must catch; without them the same tests pass.
import { parseArgs } from "node:util"
import type { Mutant } from "./parts/mutant.ts"
import { type MutantLab, openMutantLab, type TestRun } from "./parts/mutant-lab.ts"
import { mutants } from "./parts/mutants.ts"

const { values } = parseArgs({ options: { only: { type: "string", multiple: true, default: [""] } } })
const chosen = mutants.filter(({ name }) => values.only.some((words) => name.includes(words)))
/** Two at a time: most of a run is spent waiting for a database to start. */
const LABS = 2
const MOST_CHARACTERS = 160

const beganMs = performance.now()
using labs = new DisposableStack()
const benches = Array.from({ length: LABS }, () => labs.use(openMutantLab()))
let failures = 0

await proveHealth(benches[0] as MutantLab)
await proveMutants()
const seconds = ((performance.now() - beganMs) / 1_000).toFixed(0)
const verdict = `${chosen.length - failures} of ${chosen.length} planted bugs were caught in ${seconds} s.`
console.log(failures === 0 ? `\n${verdict}` : `\n${verdict} ${failures} failure(s).`)
process.exitCode = failures === 0 ? 0 : 1

/** Tests that fail anyway would catch everything. */
async function proveHealth(lab: MutantLab): Promise<void> {
  const named = Map.groupBy(chosen, (mutant) => mutant.named ?? "")
  const whole = new Set((named.get("") ?? []).flatMap(({ tests }) => tests))
  const healthy = whole.size > 0 ? [await lab.run([...whole])] : []
  for (const [name, some] of named) {
    const files = new Set(some.flatMap(({ tests }) => tests).filter((file) => !whole.has(file)))
    if (name !== "" && files.size > 0) healthy.push(await lab.run([...files], name))
  }
  for (const run of healthy) {
    if (run.failed.length === 0 && run.passed > 0) continue
    failures += 1
    console.log(
      `  FAILED  without any bug: ${run.failed.map(({ name, why }) => `${name}: ${why}`).join("; ") || `no test ran. ${run.words}`}`,
    )
  }
  const passed = healthy.reduce((sum, run) => sum + run.passed, 0)
  console.log(`Without a bug: ${passed} tests pass.\n`)
}

async function proveMutants(): Promise<void> {
  const waiting = [...chosen]
  await Promise.all(
    benches.map(async (lab) => {
      for (let mutant = waiting.shift(); mutant; mutant = waiting.shift()) {
        report(mutant, await lab.try(mutant))
      }
    }),
  )
}

function report(mutant: Mutant, run: TestRun): void {
  const [caughtBy] = run.failed.filter(({ isTimeout }) => !isTimeout)
  const head = `${mutant.name} (${mutant.breaks})`
  const seconds = `${run.seconds.toFixed(1).padStart(5)} s`
  if (caughtBy)
    return console.log(
      `  caught   ${seconds}  ${head}\n                    by ${caughtBy.name}\n                    ${caughtBy.why.slice(0, MOST_CHARACTERS)}`,
    )
  failures += 1
  // A test that is killed for its slowness has seen nothing.
  if (run.failed.length > 0) return console.log(`  TIMED OUT ${seconds}  ${head}`)
  const words = run.passed > 0 ? `SURVIVED ${seconds}  ${head}` : `BROKEN   ${seconds}  ${head}\n${run.words}`
  console.log(`  ${words}`)
}
