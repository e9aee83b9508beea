import { randomBytes } from "node:crypto"
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs"
import { PostgresFailure } from "./errors.ts"
import { errorCode, isAlive, waitUntil } from "./processes.ts"

/**
 * One at a time between processes, while there is no database yet to ask for a lock. The file is linked into place
 * with its owner already inside, so nobody ever sees it empty; one whose owner died is taken over.
 */
export async function withFileLock<Result>(
  path: string,
  body: () => Promise<Result>,
  limitSeconds = 90,
): Promise<Result> {
  const own = `${path}.${randomBytes(4).toString("hex")}`
  writeFileSync(own, String(process.pid), { mode: 0o600 })
  try {
    if (!(await waitUntil(() => tryTaking(own, path), limitSeconds))) {
      throw new PostgresFailure(
        `Process ${readHolder(path) ?? "(unknown)"} has been starting the database for more than ${limitSeconds} ` +
          `seconds. Wait for it or end it; if it is not Hostwell, delete ${path}.`,
      )
    }
  } finally {
    rmSync(own, { force: true })
  }
  try {
    return await body()
  } finally {
    rmSync(path, { force: true })
  }
}

function tryTaking(own: string, path: string): boolean {
  try {
    linkSync(own, path)
    return true
  } catch (error) {
    if (errorCode(error) !== "EEXIST") throw error
  }
  const holder = readHolder(path)
  if (holder !== undefined && !isHeldBy(holder)) removeStale(path, holder)
  return false
}

/** Our own id in a file we have not taken was left by a predecessor that happened to have the same id. */
function isHeldBy(holder: number): boolean {
  return holder !== process.pid && isAlive(holder)
}

function removeStale(path: string, holder: number): void {
  const aside = `${path}.${randomBytes(4).toString("hex")}`
  try {
    renameSync(path, aside)
    // Somebody quicker may have replaced the stale one in between: then what was moved is alive and goes back.
    if (readHolder(aside) !== holder) linkSync(aside, path)
  } catch (error) {
    if (errorCode(error) !== "ENOENT" && errorCode(error) !== "EEXIST") throw error
  } finally {
    rmSync(aside, { force: true })
  }
}

function readHolder(path: string): number | undefined {
  try {
    return Number(readFileSync(path, "utf8"))
  } catch (error) {
    if (errorCode(error) === "ENOENT") return undefined
    throw error
  }
}
