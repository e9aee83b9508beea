import { join } from "node:path"
import type { Log } from "#kit/context.ts"
import { ensureAccess } from "./access.ts"
import { initialiseCluster, isInitialised } from "./cluster.ts"
import { withFileLock } from "./file-lock.ts"
import { placeCluster } from "./placement.ts"
import type { ServerSettings } from "./settings.ts"
import { SupervisedServer } from "./supervised-server.ts"

/** A PostgreSQL of our own below the home: started, adopted, restarted and stopped by this process. */
export interface EmbeddedPostgres {
  /** Owns the database `hostwell` and may create roles; not a superuser. For migrations. */
  readonly ownerUrl: string
  /** Superuser, in the database `postgres`. For extensions and repair only. */
  readonly superUrl: string
  /** The server died and is being brought back. The addresses stay the same. */
  onDown(handler: () => void): void
  /** It is back, and ours again. */
  onUp(handler: () => void): void
  stop(): Promise<void>
}

export interface EmbeddedPostgresOptions {
  readonly home: string
  readonly log: Log
  readonly settings?: ServerSettings
  /** Where data and programs go that the unprivileged user can't reach below the home. */
  readonly relocateTo?: string
  /** For tests: nothing waits for the disk, and everything is removed when this process dies. */
  readonly isThrowaway?: boolean
  /** How long an abandoned server is left for a successor to adopt. */
  readonly graceSeconds?: number
}

/** Throws AlreadyRunning when a living process owns the database of this home. */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const placement = placeCluster(options)
  const lockFile = join(options.home, "postgres.lock")
  return withFileLock(lockFile, async () => {
    const access = await ensureAccess(options.home)
    if (!isInitialised(placement)) {
      options.log.info({ directory: placement.data }, "creating the database")
      await initialiseCluster(placement, {
        password: access.superPassword,
        isThrowaway: options.isThrowaway ?? false,
      })
    }
    const server = new SupervisedServer(placement, { ...options, access, lockFile })
    try {
      await server.rise({ mayMove: true })
    } catch (error) {
      await server.stop()
      throw error
    }
    return server
  })
}
