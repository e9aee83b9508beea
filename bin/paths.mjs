import { chmodSync, mkdirSync } from "node:fs"
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

/**
 * What the launcher itself keeps. Not in build, which the page builder empties, nor in node_modules, which npm does.
 * The directory above may become the home: others must be able to pass through it, whatever the umask.
 */
export function launchFile(name) {
  const directory = join(root, ".hostwell")
  if (mkdirSync(directory, { recursive: true })) chmodSync(directory, 0o711)
  mkdirSync(join(directory, "launch"), { recursive: true })
  return join(directory, "launch", name)
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
