import { execFileSync } from "node:child_process"
import { existsSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { isAlive } from "./lock.mjs"
import { homeDirectory } from "./paths.mjs"

/** A sentence about the Hostwell that lives in this home, or undefined when none does. */
export function describeRunning() {
  const file = join(homeDirectory(), "running.json")
  if (!existsSync(file)) return undefined
  const { url, pid, launcherPid } = readRunning(file)
  // While a killed program is being brought back only its launcher lives.
  const holder =
    isProgram(pid, "main.ts") || isProgram(pid, "main.mjs") || isProgram(launcherPid, "start.mjs")
  if (!holder) return undefined
  return (
    `Hostwell is already running at ${url} (process ${pid}). Stop that one first, ` +
    "or start a second one with its own data and port: HOSTWELL_HOME=/somewhere/else PORT=3001 npm start"
  )
}

function readRunning(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"))
  } catch {
    // Gone in between, or left half written by a crash: either way it names nobody. The database's own lock is the
    // wall; this file only makes the answer quick.
    return {}
  }
}

/** Process ids are used again, so the command line has to fit as well. */
function isProgram(pid, name) {
  return (
    Number.isInteger(pid) && pid > 1 && pid !== process.pid && isAlive(pid) && readCommand(pid).includes(name)
  )
}

function readCommand(pid) {
  try {
    if (process.platform === "linux") return readFileSync(`/proc/${pid}/cmdline`, "utf8")
    return execFileSync("/bin/ps", ["-ww", "-p", String(pid), "-o", "command="], { encoding: "utf8" })
  } catch {
    // It ended while we looked.
    return ""
  }
}
