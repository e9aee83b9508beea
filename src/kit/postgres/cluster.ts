import { spawn } from "node:child_process"
import {
  chownSync,
  closeSync,
  existsSync,
  fstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs"
import { join } from "node:path"
import { SUPERUSER } from "./access.ts"
import { type Account, CHILD_ENVIRONMENT, spawnIdentity } from "./account.ts"
import { PostgresFailure } from "./errors.ts"
import type { Placement } from "./placement.ts"
import { errorCode, isAlive, isPostmasterOf, listServersIn, signal, waitUntil } from "./processes.ts"
import { type ServerSettings, settingArguments } from "./settings.ts"

/** What the server itself wrote down about itself. */
export interface Postmaster {
  readonly pid: number
  readonly port: number
}

export function isInitialised(placement: Placement): boolean {
  return existsSync(join(placement.data, "PG_VERSION"))
}

/** Made beside and moved into place whole, so a start that is killed here leaves nothing half done. */
export async function initialiseCluster(
  placement: Placement,
  { password, isThrowaway = false }: { password: string; isThrowaway?: boolean },
): Promise<void> {
  const making = join(placement.directory, "making")
  rmSync(making, { recursive: true, force: true })
  mkdirSync(making, { mode: 0o700 })
  giveTo(placement.account, making)
  const passwordFile = join(placement.directory, "password")
  rmSync(passwordFile, { force: true })
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600, flag: "wx" })
  giveTo(placement.account, passwordFile)
  const made = join(making, "data")
  const words = ["-D", made, `--username=${SUPERUSER}`, `--pwfile=${passwordFile}`, "--auth=scram-sha-256"]
  // Without these a missing LANG makes an SQL_ASCII database. The builtin provider sorts the same everywhere.
  words.push("--encoding=UTF8", "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C")
  if (isThrowaway) words.push("--no-sync")
  const outcome = await runProgram(placement, "initdb", words)
  rmSync(passwordFile, { force: true })
  if (outcome.code !== 0) {
    throw new PostgresFailure(`The database could not be created in ${placement.directory}: ${outcome.words}`)
  }
  renameSync(made, placement.data)
  rmSync(making, { recursive: true, force: true })
}

/** The server that works on this data now, if one does. Whatever a dead one left is cleared away. */
export async function findPostmaster(placement: Placement): Promise<Postmaster | undefined> {
  const file = join(placement.data, "postmaster.pid")
  const found = readPostmaster(file)
  if (found && isPostmasterOf(found.pid, placement.data)) return found
  await clearRemains(placement)
  // A dead id in the file PostgreSQL handles by itself; one that another program has by now it would refuse for ever.
  if (found && isAlive(found.pid) && readPostmaster(file)?.pid === found.pid) rmSync(file, { force: true })
  return undefined
}

/** Starts the server in its own session, writing to a file, so that neither Ctrl-C nor our death takes it along. */
export async function spawnPostmaster(
  placement: Placement,
  { port, settings, logFile }: { port: number; settings: ServerSettings; logFile: string },
): Promise<{ readonly hasExited: () => boolean; readonly readLog: () => string }> {
  rotateLog(logFile)
  const output = openSync(logFile, "a", 0o600)
  const logBegin = fstatSync(output).size
  const words = ["-D", placement.data, "-p", String(port), ...settingArguments(settings)]
  try {
    const child = spawn(join(placement.programs, "postgres"), words, {
      ...spawnIdentity(placement.account),
      cwd: "/",
      env: CHILD_ENVIRONMENT,
      detached: true,
      stdio: ["ignore", output, output],
    })
    await new Promise((resolve, reject) => child.once("spawn", resolve).once("error", reject))
    child.unref()
    return {
      hasExited: () => child.exitCode !== null || child.signalCode !== null,
      readLog: () => readFileSync(logFile).subarray(logBegin).toString("utf8").trim().slice(-2000),
    }
  } finally {
    closeSync(output)
  }
}

/** Ends sessions and writes everything down; a server that does not listen is stopped ever harder. */
export async function stopPostmaster(placement: Placement, pid: number): Promise<void> {
  const isGone = () => !isAlive(pid)
  for (const [name, limitSeconds] of [
    ["SIGINT", 15],
    ["SIGQUIT", 5],
    ["SIGKILL", 5],
  ] as const) {
    if (isGone()) break
    signal(pid, name)
    await waitUntil(isGone, limitSeconds)
  }
  await clearRemains(placement)
}

/** Servers whose postmaster was killed hold the shared memory until they notice; busy ones notice late. */
async function clearRemains(placement: Placement): Promise<void> {
  const isClear = () => listServersIn(placement.data).length === 0
  if (await waitUntil(isClear, 0.5)) return
  for (const pid of listServersIn(placement.data)) signal(pid, "SIGKILL")
  await waitUntil(isClear, 5)
}

function readPostmaster(file: string): Postmaster | undefined {
  try {
    const lines = readFileSync(file, "utf8").split("\n")
    const found = { pid: Number(lines[0]), port: Number(lines[3]) }
    // The server writes the file line by line, so a reader may see half of it; 0 and below would signal whole groups.
    return found.pid > 1 && found.port > 0 ? found : undefined
  } catch (error) {
    if (errorCode(error) === "ENOENT") return undefined
    throw error
  }
}

function giveTo(account: Account | undefined, path: string): void {
  if (account) chownSync(path, account.uid, account.gid)
}

const LARGEST_LOG_BYTES = 5_000_000

function rotateLog(file: string): void {
  if (existsSync(file) && statSync(file).size > LARGEST_LOG_BYTES) renameSync(file, `${file}.1`)
}

function runProgram(
  placement: Placement,
  name: string,
  words: string[],
): Promise<{ code: number | null; words: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(join(placement.programs, name), words, {
      ...spawnIdentity(placement.account),
      cwd: "/",
      env: CHILD_ENVIRONMENT,
      detached: true,
      stdio: ["ignore", "ignore", "pipe"],
    })
    let said = ""
    child.stderr.setEncoding("utf8").on("data", (chunk: string) => {
      said = `${said}${chunk}`.slice(-2000)
    })
    child.once("error", reject)
    child.once("close", (code) => resolve({ code, words: said.trim() }))
  })
}
