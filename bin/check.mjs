import { ensureInstalled } from "./install.mjs"
import { runProgram } from "./paths.mjs"
import { listChecks, runStages } from "./stages.mjs"

/** `npm run check`: what `npm test` does before the tests themselves. */
await runProgram(async () => runStages(listChecks(await ensureInstalled())))
