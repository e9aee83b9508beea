import { CommanderError } from "commander"
import { Refusal, sayRefusal } from "#kit/refusal.ts"
import { CliRefusal, openDoors } from "./cli/doors.ts"
import { terminal } from "./cli/output.ts"
import { createProgram } from "./cli/program.ts"
import { ConfigProblem, readConfig } from "./config.ts"
import { readableStack } from "./readable-stack.ts"

/** `npx hostwell …` */
try {
  await createProgram(openDoors(readConfig()), terminal).parseAsync(process.argv)
} catch (error) {
  process.exitCode = error instanceof CommanderError ? error.exitCode : 1
  const words = explain(error)
  if (words !== undefined) process.stderr.write(`${words}\n`)
}

/** A sentence for what is foreseen; the whole stack for what is not. */
function explain(error: unknown): string | undefined {
  // Help and mistyped commands have been answered already.
  if (error instanceof CommanderError) return undefined
  if (error instanceof Refusal) return sayRefusal(error, "en")
  if (error instanceof CliRefusal || error instanceof ConfigProblem) return error.message
  return error instanceof Error ? readableStack(error.stack ?? error.message) : String(error)
}
