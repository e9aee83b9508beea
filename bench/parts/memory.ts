import { existsSync, readdirSync, readFileSync } from "node:fs"

export interface Memory {
  /** Everything resident, what is shared with other processes counted in full. */
  readonly rssMb: number
  /** The same with shared pages divided among those who share them: these may be added up. */
  readonly pssMb: number
}

/** What the kernel counts for it now. Linux only: other systems have no such account. */
export function readMemory(pid: number): Memory {
  const account = readFileSync(`/proc/${pid}/smaps_rollup`, "utf8")
  const megabytes = (name: string) =>
    Number(new RegExp(`^${name}:\\s+(\\d+) kB$`, "m").exec(account)?.[1]) / 1_024
  return { rssMb: megabytes("Rss"), pssMb: megabytes("Pss") }
}

export function readMemoryMb(pid: number): number {
  return readMemory(pid).rssMb
}

/** The database of this home: its postmaster and the processes it has for connections and housekeeping. */
export function readDatabaseMemory(home: string): Memory & { readonly processes: number } {
  const pids = listDatabasePids(home)
  const each = pids.flatMap((pid) => (existsSync(`/proc/${pid}/smaps_rollup`) ? [readMemory(pid)] : []))
  return {
    processes: each.length,
    rssMb: each.reduce((sum, one) => sum + one.rssMb, 0),
    pssMb: each.reduce((sum, one) => sum + one.pssMb, 0),
  }
}

function listDatabasePids(home: string): number[] {
  const [first = ""] = readFileSync(`${home}/postgres/data/postmaster.pid`, "utf8").split("\n")
  const postmaster = Number(first)
  const others = readdirSync("/proc").filter((name) => /^\d+$/.test(name) && parentOf(name) === postmaster)
  return [postmaster, ...others.map(Number)]
}

function parentOf(pid: string): number {
  try {
    const [, rest = ""] = /^.*\) \S (.*)$/s.exec(readFileSync(`/proc/${pid}/stat`, "utf8")) ?? []
    return Number(rest.split(" ")[0])
  } catch {
    // It ended while we looked.
    return 0
  }
}
