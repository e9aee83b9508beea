import { spawnSync } from "node:child_process"
import { readFileSync } from "node:fs"
import { PostgresFailure } from "./errors.ts"

/** PostgreSQL refuses to run as root; this is who it runs as instead. */
export interface Account {
  readonly name: string
  readonly uid: number
  readonly gid: number
}

/** Children get this and nothing of ours: a missing LANG, a foreign TZ or a stray PGDATA make no difference. */
export const CHILD_ENVIRONMENT = { PATH: "/usr/bin:/bin", LANG: "C.UTF-8", LC_ALL: "C", TZ: "UTC" }

/**
 * Undefined when we are an ordinary user: then PostgreSQL runs as we do. As root it runs as whoever owns the data that
 * is already there, so a home that was begun as an ordinary user goes on working.
 */
export function chooseAccount(existing: { uid: number; gid: number } | undefined): Account | undefined {
  if (process.getuid?.() !== 0) return undefined
  const known = readAccounts()
  if (existing && existing.uid !== 0) {
    const name = known.find((account) => account.uid === existing.uid)?.name ?? `number ${existing.uid}`
    return { name, uid: existing.uid, gid: existing.gid }
  }
  const account = ["postgres", "nobody"]
    .map((name) => known.find((candidate) => candidate.name === name))
    .find((candidate) => candidate && candidate.uid !== 0)
  if (account) return account
  throw new PostgresFailure(
    "PostgreSQL does not run as root, and this machine has neither a user postgres nor nobody to run it as. " +
      "Create one (useradd --system postgres) or start Hostwell as an ordinary user.",
  )
}

export function spawnIdentity(account: Account | undefined): { uid?: number; gid?: number } {
  return account ? { uid: account.uid, gid: account.gid } : {}
}

/** Asked by doing it as that account: permission bits do not show closed parents, mounts or access lists. */
export function canEnter(account: Account | undefined, directory: string): boolean {
  return canRun(account, "/bin/sh", ["-c", 'cd "$1"', "sh", directory])
}

export function canWork(account: Account | undefined, directory: string): boolean {
  return canRun(account, "/bin/sh", ["-c", 'cd "$1" && test -w .', "sh", directory])
}

export function canRun(account: Account | undefined, program: string, words: readonly string[]): boolean {
  const outcome = spawnSync(program, words, {
    ...spawnIdentity(account),
    cwd: "/",
    env: CHILD_ENVIRONMENT,
    stdio: "ignore",
    timeout: 20_000,
  })
  return outcome.status === 0
}

function readAccounts(): Account[] {
  return readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .flatMap((line) => {
      const [name, , uid, gid] = line.split(":")
      // macOS writes nobody as -2, which the system calls take as an unsigned number.
      return name && uid && gid ? [{ name, uid: Number(uid) >>> 0, gid: Number(gid) >>> 0 }] : []
    })
}
