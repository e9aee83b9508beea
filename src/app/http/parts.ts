import type { AnyRouter } from "@orpc/server"
import type { FederationMeans } from "#federation"
import type { SignInMeans } from "#identity"
import type { Clock } from "#kit/clock.ts"
import type { Log } from "#kit/context.ts"
import type { Database } from "#kit/db.ts"
import type { NewId } from "#kit/id.ts"
import type { Listener } from "#kit/listen.ts"
import type { Outside } from "#kit/outside/outside.ts"
import type { Keyring } from "#kit/secrets.ts"
import type { LiveLimits } from "#kit/serve/live-places.ts"
import type { Config } from "../config.ts"
import type { Arrival, Visit } from "./edge.ts"
import type { Readiness } from "./health.ts"
import type { Metrics } from "./metrics.ts"
import type { NodeServer, ServerTimes } from "./node-server.ts"
import type { ForgetfulPages } from "./page-memory.ts"
import type { PageFacts, PageServices } from "./page-services.ts"

export interface WebServerDeps {
  readonly config: Pick<Config, "roles" | "trustedProxies" | "rateLimits" | "metricsToken">
  readonly database: Database
  readonly clock: Clock
  /** Brings news from the other processes: whose sessions have ended. */
  readonly listener?: Listener
  readonly newId: NewId
  readonly log: Log
  readonly keyring: Keyring
  /** How its hosts are doing is shown among the numbers. */
  readonly outside: Pick<Outside, "states">
  /** The way to sign-ins elsewhere; none is asked where there is none. */
  readonly federation?: Pick<FederationMeans, "outside" | "allowPrivate">
  /** What signing in needs besides the database. */
  readonly signInMeans: Pick<SignInMeans, "breaches" | "access">
  /** All modules' routers under the names of the public contract. */
  readonly router: AnyRouter
  /** In the sandbox: the registered name whose shop answers on this machine's own names. */
  readonly localHost?: string
  /** Makes the handler of pages; it is handed what pages may reach. */
  readonly pages?: (provide: ProvidePage) => (request: Request) => Promise<Response>
  /** Pages that the handler has rendered for any visitor: they are sent without asking it again. */
  readonly pageMemory?: ForgetfulPages
  /** The built client files, served under their own names. */
  readonly assetsDirectory?: string
  readonly mounts?: readonly Mount[]
  readonly readyWhen?: readonly Readiness[]
  readonly times?: Partial<ServerTimes>
  readonly liveLimits?: LiveLimits
}

export type ProvidePage = (request: Request, page: PageFacts) => Promise<PageServices>

/** A part with its own manners: stand-ins, webhooks. No session, no limits and no same-origin rule apply to it. */
export type Mount = {
  /** "/sandbox/card": everything below it. */
  readonly prefix: string
  readonly area: string
  readonly role: Config["roles"][number]
  /** Paths below it that are pages all the same: what it shows of our own face. */
  readonly pages?: readonly string[]
} & (
  | { readonly needsTenant: true; answer(request: Request, visit: Visit): Promise<Response> | Response }
  | {
      readonly needsTenant: false
      /** `connection` is what lies below the request, for a stand-in that has to break it. */
      answer(request: Request, arrival: Arrival, connection: unknown): Promise<Response> | Response
    }
)

export interface WebServer extends NodeServer {
  readonly metrics: Metrics
  /** Every path it answers: whoever adds one has to state who may come (stated-paths.ts). */
  readonly paths: readonly MountedPath[]
}

export interface MountedPath {
  readonly method: string
  readonly path: string
}
