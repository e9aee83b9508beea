import { spawnSync } from "node:child_process"
import { createHash, randomBytes } from "node:crypto"
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
} from "node:fs"
import { join } from "node:path"
import type { Log } from "#kit/context.ts"
import { type Account, canEnter, canRun, canWork, chooseAccount } from "./account.ts"
import { type Binaries, findBinaries } from "./binaries.ts"
import { PostgresFailure } from "./errors.ts"
import { writePrivateFile } from "./private-file.ts"

/** Where the programs and the data of one cluster are, and who runs it. */
export interface Placement {
  readonly programs: string
  /** Holds `data`, which belongs to the account, and what is needed around it. */
  readonly directory: string
  readonly data: string
  readonly account: Account | undefined
}

export interface PlacementOptions {
  readonly home: string
  readonly log: Log
  /** Where things go that the account can't reach below the home. Tests name a throwaway one. */
  readonly relocateTo?: string
}

const POINTER = "postgres.location"

/** As an ordinary user everything stays where it is; as root the unprivileged account must reach both parts. */
export function placeCluster(options: PlacementOptions): Placement {
  const relocateTo = options.relocateTo ?? "/var/lib/hostwell"
  makeDirectory(options.home)
  const existing = findExisting(options.home)
  const account = chooseAccount(existing ? statSync(join(existing, "data")) : undefined)
  const directory = existing
    ? checkExisting(existing, account)
    : chooseDirectory({ ...options, relocateTo }, account)
  const programs = placePrograms(findBinaries(), { account, relocateTo, log: options.log })
  // One spelling for ever: the data directory is compared with the command lines of running servers.
  const spelled = realpathSync(directory)
  return { programs, directory: spelled, data: join(spelled, "data"), account }
}

function findExisting(home: string): string | undefined {
  const pointer = join(home, POINTER)
  const directory = existsSync(pointer) ? followPointer(pointer) : join(home, "postgres")
  return existsSync(join(directory, "data")) ? directory : undefined
}

function checkExisting(directory: string, account: Account | undefined): string {
  if (canWork(account, join(directory, "data"))) return directory
  throw new PostgresFailure(
    `The database in ${directory} can't be reached by ${account ? `the user ${account.name}` : "you"}: it belongs ` +
      "to somebody else or a directory above it is closed. Start Hostwell as the user it was first started as, " +
      "and open the directories above it for passing through (chmod o+x).",
  )
}

function chooseDirectory(options: Required<PlacementOptions>, account: Account | undefined): string {
  const near = join(options.home, "postgres")
  makeDirectory(near)
  if (canEnter(account, near)) return near
  rmSync(near, { recursive: true, force: true })
  const far = join(makeRelocation(options.relocateTo), nameRelocation(options.home))
  makeDirectory(far)
  if (!canEnter(account, far)) {
    throw new PostgresFailure(
      `PostgreSQL runs as ${account ? `the user ${account.name}` : "you"}, who can reach neither ${near} nor ${far}. ` +
        "Set HOSTWELL_HOME to a directory that every user may pass through.",
    )
  }
  writePrivateFile(join(options.home, POINTER), `${far}\n`)
  options.log.info(
    { directory: far },
    "the home is below a closed directory, so the database is kept elsewhere",
  )
  return far
}

function followPointer(pointer: string): string {
  const directory = readFileSync(pointer, "utf8").trim()
  if (existsSync(directory)) return directory
  throw new PostgresFailure(
    `The database of this home was kept in ${directory}, which is gone. Put it back; ` +
      `or delete ${pointer} to begin with an empty database.`,
  )
}

function placePrograms(
  binaries: Binaries,
  { account, relocateTo, log }: { account: Account | undefined; relocateTo: string; log: Log },
): string {
  if (canServe(account, binaries.directory)) return join(binaries.directory, "bin")
  const copy = join(makeRelocation(relocateTo), `programs-${binaries.version}`)
  if (!canServe(account, copy)) {
    log.info({ directory: copy }, "the PostgreSQL programs are below a closed directory, so a copy is made")
    copyPrograms(binaries.directory, copy)
  }
  if (canServe(account, copy)) return join(copy, "bin")
  throw new PostgresFailure(
    `The PostgreSQL server in ${binaries.directory} can't be run${account ? ` by the user ${account.name}` : ""}. ` +
      "It needs glibc on Linux (Alpine has none); set DATABASE_URL to a PostgreSQL 18 of your own instead.",
  )
}

function canServe(account: Account | undefined, directory: string): boolean {
  const canRead = canRun(account, "/bin/sh", [
    "-c",
    'test -r "$1"',
    "sh",
    join(directory, "share/postgresql/postgres.bki"),
  ])
  return canRead && canRun(account, join(directory, "bin/postgres"), ["--version"])
}

function copyPrograms(from: string, to: string): void {
  const making = `${to}.${randomBytes(4).toString("hex")}`
  // cp keeps the relative library links as links; the modes are opened whatever the umask of the install was.
  const words = ["-c", 'cp -R "$1" "$2" && chmod -R a+rX "$2"', "sh", from, making]
  const outcome = spawnSync("/bin/sh", words, { encoding: "utf8" })
  if (outcome.status !== 0) {
    rmSync(making, { recursive: true, force: true })
    throw new PostgresFailure(
      `The PostgreSQL programs could not be copied to ${to}: ${outcome.stderr.trim()}`,
    )
  }
  rmSync(to, { recursive: true, force: true })
  renameSync(making, to)
}

function makeRelocation(directory: string): string {
  mkdirSync(directory, { recursive: true })
  chmodSync(directory, 0o755)
  return realpathSync(directory)
}

/** The random part keeps a deleted and newly made home from meeting the data of its predecessor. */
function nameRelocation(home: string): string {
  const trace = createHash("sha256").update(realpathSync(home)).digest("hex").slice(0, 12)
  return `${trace}-${randomBytes(4).toString("hex")}`
}

/**
 * Ours, not the account's: a program that runs as the same account can't put anything in the way of what we write here
 * as root. Others may pass through, whatever the umask, or PostgreSQL could not reach its data; they can't look around.
 */
function makeDirectory(directory: string): void {
  const made = mkdirSync(directory, { recursive: true, mode: 0o711 })
  if (made) chmodSync(directory, 0o711)
}
