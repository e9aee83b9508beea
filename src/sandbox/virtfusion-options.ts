import type { Clock } from "#kit/clock.ts"
import type { Database } from "#kit/db.ts"

export interface VirtfusionOptions {
  readonly database: Database
  readonly clock: Clock
  /** Where it is mounted: pages link to themselves with it. */
  readonly basePath: string
  /** The token its API asks for. */
  readonly token: string
  /** A token that may only touch /servers, as a panel's scopes allow. */
  readonly serversOnlyToken?: string
}
