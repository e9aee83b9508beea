import { execFileSync } from "node:child_process"
import { readdirSync, readFileSync, readlinkSync } from "node:fs"
import { setTimeout as sleep } from "node:timers/promises"
import { monotonicMs } from "#kit/clock.ts"

/** A zombie counts as gone: where process 1 does not reap, an orphan that died stays one for ever. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    return errorCode(error) === "EPERM"
  }
  return process.platform !== "linux" || readState(pid) !== "Z"
}

/** Process ids are used again: only the command line says whether this one is PostgreSQL on our directory. */
export function isPostmasterOf(pid: number, dataDirectory: string): boolean {
  if (!isAlive(pid)) return false
  const words = readArguments(pid)
  const directoryAt = words.indexOf("-D") + 1
  if (process.platform === "linux") return directoryAt > 0 && words[directoryAt] === dataDirectory
  return words.join(" ").includes(`-D ${dataDirectory} `)
}

/**
 * Server processes whose postmaster was killed may live on and keep the shared memory in use, which stops the next
 * start. They work in the data directory; that is how they are told from anybody else's.
 */
export function listServersIn(dataDirectory: string): number[] {
  if (process.platform !== "linux") return []
  return readdirSync("/proc")
    .map(Number)
    .filter((pid) => pid > 1 && readWorkingDirectory(pid) === dataDirectory && readName(pid) === "postgres")
}

export function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name)
  } catch (error) {
    if (errorCode(error) !== "ESRCH") throw error
  }
}

/** True as soon as the condition holds, false when the time is over. */
export async function waitUntil(
  condition: () => boolean | Promise<boolean>,
  limitSeconds: number,
): Promise<boolean> {
  const end = monotonicMs() + limitSeconds * 1000
  for (;;) {
    if (await condition()) return true
    if (monotonicMs() > end) return false
    await sleep(50)
  }
}

export function errorCode(error: unknown): string | undefined {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : undefined
}

function readState(pid: number): string | undefined {
  // The name in brackets may hold anything, brackets included: the state follows the last one.
  return readProcessFile(pid, "stat")
    ?.replace(/^.*\) /s, "")
    .at(0)
}

function readName(pid: number): string | undefined {
  return readProcessFile(pid, "comm")?.trim()
}

function readArguments(pid: number): string[] {
  if (process.platform === "linux") return readProcessFile(pid, "cmdline")?.split("\0") ?? []
  try {
    const line = execFileSync("/bin/ps", ["-ww", "-p", String(pid), "-o", "command="], { encoding: "utf8" })
    return `${line.trim()} `.split(" ")
  } catch {
    // ps answers 1 for a process that is gone, and a process that is gone has no arguments.
    return []
  }
}

function readProcessFile(pid: number, file: string): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/${file}`, "utf8")
  } catch {
    // Processes vanish while one looks at them, and other people's may be closed to us: both mean "not ours".
    return undefined
  }
}

function readWorkingDirectory(pid: number): string | undefined {
  try {
    return readlinkSync(`/proc/${pid}/cwd`)
  } catch {
    // As above: gone, or not ours.
    return undefined
  }
}
