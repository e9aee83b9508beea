import { readFileSync, renameSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { z } from "zod"

const runningShape = z.object({ url: z.string(), pid: z.int(), launcherPid: z.int() })

/** Where the Hostwell of this home can be found. Only for words: the lock in the database is what keeps two apart. */
export type Running = z.infer<typeof runningShape>

export function writeRunning(home: string, url: string): void {
  const file = join(home, "running.json")
  const running: Running = { url, pid: process.pid, launcherPid: process.ppid }
  writeFileSync(`${file}.${process.pid}`, `${JSON.stringify(running)}\n`)
  renameSync(`${file}.${process.pid}`, file)
}

export function findRunning(home: string): Running | undefined {
  try {
    return runningShape.safeParse(JSON.parse(readFileSync(join(home, "running.json"), "utf8"))).data
  } catch {
    // Absent or half written: then nobody is named, and the caller says it without an address.
    return undefined
  }
}

export function removeRunning(home: string): void {
  rmSync(join(home, "running.json"), { force: true })
}
