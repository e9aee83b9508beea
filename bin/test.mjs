import { ensureInstalled } from "./install.mjs"
import { runProgram } from "./paths.mjs"
import { listChecks, runStages, testStage } from "./stages.mjs"

/** `npm test`: everything. `npm test -- src/kit/money.test.ts` narrows the tests, not the checks before them. */
await runProgram(async () => {
  const node = await ensureInstalled()
  return runStages([...listChecks(node), testStage(node, process.argv.slice(2))])
})
