// mutants: planted bugs, each of which a test must catch; without them the same tests pass.
import { parseArgs } from "node:util"
import { tryMutants } from "./parts/mutant-trial.ts"
import { mutants } from "./parts/mutants.ts"

const { values } = parseArgs({ options: { only: { type: "string", multiple: true, default: [""] } } })
const chosen = mutants.filter(({ name }) => values.only.some((words) => name.includes(words)))
process.exitCode = (await tryMutants(chosen)) === 0 ? 0 : 1
