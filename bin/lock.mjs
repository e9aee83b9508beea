import { randomBytes } from "node:crypto"
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs"
import { setTimeout as sleep } from "node:timers/promises"

/**
 * One at a time between processes. The file is linked into place with its owner already inside, so nobody sees it
 * empty; one whose owner died is taken over.
 */
export async function withLock(path, body, onWait) {
  const own = `${path}.${randomBytes(4).toString("hex")}`
  writeFileSync(own, String(process.pid))
  try {
    for (let tries = 0; !tryTaking(own, path); tries++) {
      if (tries === 10) onWait?.(readHolder(path))
      await sleep(100)
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

export function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === "EPERM"
  }
}

function tryTaking(own, path) {
  try {
    linkSync(own, path)
    return true
  } catch (error) {
    if (error.code !== "EEXIST") throw error
  }
  const holder = readHolder(path)
  if (holder !== undefined && (holder === process.pid || !isAlive(holder))) removeStale(path, holder)
  return false
}

function removeStale(path, holder) {
  const aside = `${path}.${randomBytes(4).toString("hex")}`
  try {
    renameSync(path, aside)
    // Somebody quicker may have replaced the stale one in between: then what was moved is alive and goes back.
    if (readHolder(aside) !== holder) linkSync(aside, path)
  } catch (error) {
    if (error.code !== "ENOENT" && error.code !== "EEXIST") throw error
  } finally {
    rmSync(aside, { force: true })
  }
}

function readHolder(path) {
  try {
    return Number(readFileSync(path, "utf8"))
  } catch (error) {
    if (error.code === "ENOENT") return undefined
    throw error
  }
}
