import { execFileSync } from "node:child_process"
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync } from "node:fs"
import { join } from "node:path"
import { setTimeout as pause } from "node:timers/promises"
import { type Access, writeAccess } from "#kit/postgres/access.ts"
import { findFreePort } from "./free-port.ts"
import { throwawayPlace } from "./throwaway-place.ts"

const MOST_WAIT_MS = 200_000

/**
 * An empty home becomes one in which the program was started before, database and demo company included: whoever asks
 * first in a run of the tests has it made at the run's shared place, all others get copies.
 */
export async function fillUsedHome(
  home: string,
  place: string,
  make: (home: string) => Promise<void>,
): Promise<void> {
  const used = join(place, "used-home")
  if (isFirst(place)) {
    const making = makeHome()
    await make(making)
    renameSync(making, used)
  }
  for (let waited = 0; !existsSync(used); waited += 100) {
    if (waited > MOST_WAIT_MS) throw new Error("Another test was making the home, and never finished.")
    await pause(100)
  }
  // With its owners: where root starts it, the database's files are another user's.
  execFileSync("cp", ["-a", `${used}/.`, home])
  await moveToOwnPort(home)
}

/** Two copies that start at the same moment would both find the port of the original free, and one meet the other there. */
async function moveToOwnPort(home: string): Promise<void> {
  const access: Access = JSON.parse(readFileSync(join(home, "postgres.json"), "utf8"))
  writeAccess(home, { ...access, port: await findFreePort() })
}

export function makeHome(name = "hostwell-home-"): string {
  const home = mkdtempSync(join(throwawayPlace(), name))
  // Where the database runs as a user of its own it must be able to pass through; otherwise it would live elsewhere.
  chmodSync(home, 0o711)
  return home
}

function isFirst(place: string): boolean {
  try {
    mkdirSync(join(place, "is-being-made"))
    return true
  } catch {
    return false
  }
}
