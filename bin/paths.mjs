import { dirname, join, resolve } from "node:path"
import { fileURLToPath } from "node:url"

export const root = dirname(dirname(fileURLToPath(import.meta.url)))

/** A relative HOSTWELL_HOME is meant from the project, so it names the same place wherever one stands. */
export function homeDirectory() {
  return resolve(root, process.env.HOSTWELL_HOME || ".hostwell")
}

export function inRoot(...parts) {
  return join(root, ...parts)
}

/** Something foreseen went wrong: the message is for a person and no stack is shown. */
export class Sentence extends Error {}

/** Every program in bin ends here: sentences are shown as they are, anything else is a mistake of ours. */
export async function runProgram(body) {
  try {
    process.exitCode = await body()
  } catch (error) {
    console.error(error instanceof Sentence ? `\n${error.message}` : error)
    process.exitCode = 1
  }
}
