import { chmodSync, mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { silentLog } from "#kit/context.ts"
import { throwawayPlace } from "../testing/throwaway-place.ts"
import { startEmbeddedPostgres } from "./embedded.ts"
import { type ServerSettings, THROWAWAY_SETTINGS } from "./settings.ts"

/** A cluster for one run of the tests, in a temporary directory, on its own port. */
export interface TestCluster {
  readonly ownerUrl: string
  readonly superUrl: string
  readonly home: string
  stop(): Promise<void>
}

/**
 * Everything disappears with `stop`, and by itself when the process that asked for it dies, however it dies. In memory,
 * for a clone costs thirty times as much processor time on a disk; on the disk for who measures what a disk costs.
 */
export async function startTestCluster(
  settings: ServerSettings = {},
  place: "memory" | "disk" = "memory",
): Promise<TestCluster> {
  const home = mkdtempSync(join(place === "memory" ? throwawayPlace() : tmpdir(), "hostwell-test-"))
  // As root the server runs as another user, who has to pass through.
  chmodSync(home, 0o711)
  const server = await startEmbeddedPostgres({
    home,
    log: silentLog,
    settings: { ...THROWAWAY_SETTINGS, ...settings },
    isThrowaway: true,
  })
  return {
    ownerUrl: server.ownerUrl,
    superUrl: server.superUrl,
    home,
    stop: async () => {
      await server.stop()
      rmSync(home, { recursive: true, force: true })
    },
  }
}
