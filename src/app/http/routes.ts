import { serveStatic } from "@hono/node-server/serve-static"
import { Hono, type MiddlewareHandler, type Next } from "hono"
import { bodyLimit } from "hono/body-limit"
import { compress } from "hono/compress"
import type { FederationMeans } from "#federation"
import { type ActorResolver, ASSERTION_HEADER } from "#identity"
import { requestRefusals } from "#kit/serve/errors.ts"
import { toProblem } from "#kit/serve/problems.ts"
import type { ApiDoor, Caller } from "../api/api-door.ts"
import { problemResponse } from "../api/problem-response.ts"
import { type ArrivalDeps, arrive, visit } from "./arrival.ts"
import { createAuthRoutes } from "./auth-routes.ts"
import { createDocsRoutes } from "./docs-routes.ts"
import {
  type EdgeBindings,
  type EdgeContext,
  languageOf,
  orProblem,
  plainAnswer,
  plainProblem,
  plainRefusal,
  type Visit,
} from "./edge.ts"
import { createFederationRoutes } from "./federation-routes.ts"
import { answerMetrics, answerReadiness, type Readiness } from "./health.ts"
import type { Limits } from "./limits.ts"
import { createOauthRoutes, type OauthDeps } from "./oauth-routes.ts"
import { packPages } from "./pack-pages.ts"
import type { ProvideServices } from "./page-services.ts"
import type { WebServerDeps } from "./parts.ts"
import { refuseForeignOrigin } from "./same-origin.ts"
import type { SignIns } from "./sign-ins.ts"

export interface RouteDeps extends WebServerDeps, ArrivalDeps, Pick<OauthDeps, "inVisit"> {
  /** With the way outside: absent where no sign-in elsewhere can be asked. */
  readonly houses?: FederationMeans
  readonly resolver: ActorResolver
  readonly limits: Limits
  readonly signIns: SignIns
  readonly api: ApiDoor
  readonly isReady: Readiness
  readonly services: ProvideServices
}

const MOST_API_BYTES = 1_048_576
const MOST_AUTH_BYTES = 16_384
/** A file of 5 MB and the form around it. */
const MOST_UPLOAD_BYTES = 5_505_024
/** Where files are sent to: by the API, and by the forms of its pages. */
const UPLOADS = /^(\/ko)?\/(api\/v1\/customers\/[\w-]+\/files|admin\/customers\/[\w-]+(\.data)?)$/

/** Every way in, in the order in which they are tried. */
export function buildRoutes(deps: RouteDeps): Hono<EdgeBindings> {
  const { roles } = deps.config
  const app = new Hono<EdgeBindings>()
  app.use("*", arrive(deps))
  app.onError((error, c) => {
    const { log, requestId } = c.get("arrival")
    return plainProblem(toProblem(error, { log, requestId, language: languageOf(c.req.raw.headers) }))
  })
  addHealth(app, deps)
  addMounts(app, deps, false)
  app.use("*", visit(deps))
  addMounts(app, deps, true)
  if (roles.includes("api") || roles.includes("web")) {
    addAuth(app, deps)
    addOauth(app, deps)
    if (deps.houses) app.route("/", createFederationRoutes({ ...deps, federation: deps.houses }))
  }
  if (roles.includes("api")) addApi(app, deps)
  app.all("/api/*", (c) => missing(c))
  if (roles.includes("web")) addPages(app, deps)
  app.notFound(() => plainAnswer(404, "Not found"))
  return app
}

function addHealth(app: Hono<EdgeBindings>, deps: RouteDeps): void {
  app.get("/healthz", () => plainAnswer(200, "alive"))
  app.get("/readyz", () => answerReadiness(deps.isReady))
  app.get("/metrics", (c) =>
    answerMetrics(
      deps.metrics,
      { address: c.get("arrival").address, authorization: c.req.header("authorization") ?? null },
      deps.config.metricsToken,
    ),
  )
}

function addMounts(app: Hono<EdgeBindings>, deps: RouteDeps, needsTenant: boolean): void {
  for (const mount of deps.mounts ?? []) {
    if (mount.needsTenant !== needsTenant || !deps.config.roles.includes(mount.role)) continue
    const answer = async (c: EdgeContext, next: Next) => {
      if (mount.pages?.includes(c.req.path.replace(/\.data$/, ""))) return next()
      return mount.needsTenant
        ? mount.answer(c.req.raw, c.get("visit"))
        : mount.answer(c.req.raw, c.get("arrival"), c.env)
    }
    app.all(mount.prefix, answer)
    app.all(`${mount.prefix}/*`, answer)
  }
}

function addAuth(app: Hono<EdgeBindings>, deps: RouteDeps): void {
  app.use("/api/auth/*", limitBody(MOST_AUTH_BYTES), async (c, next) => {
    const refused = await orNothing(c, async () => refuseForeignOrigin(c.req.raw, c.get("visit").origin))
    if (refused) return refused
    await next()
    return undefined
  })
  app.route("/api/auth", createAuthRoutes(deps))
}

/** Neither same-origin nor session rules hold here: programs of others call, and send browsers. */
function addOauth(app: Hono<EdgeBindings>, deps: RouteDeps): void {
  app.use("/oauth/*", limitBody(MOST_AUTH_BYTES))
  app.route("/", createOauthRoutes(deps))
}

function addApi(app: Hono<EdgeBindings>, deps: RouteDeps): void {
  app.route("/api", createDocsRoutes() as unknown as Hono<EdgeBindings>)
  app.all("/api/v1/*", limitBody(MOST_API_BYTES, MOST_UPLOAD_BYTES), (c) => {
    const found = c.get("visit")
    const headers = new Headers({ "cache-control": "no-store" })
    return orProblem(found, headers, async () => {
      const caller = await identify(deps, found, c.req.raw.headers)
      if (caller.resolved.by !== "key") refuseForeignOrigin(c.req.raw, found.origin)
      deps.limits.countCall({ actor: caller.resolved.actor, address: found.address }, headers)
      return deps.api.answer(c.req.raw, caller, headers)
    })
  })
}

function addPages(app: Hono<EdgeBindings>, deps: RouteDeps): void {
  const { pages, assetsDirectory } = deps
  if (assetsDirectory !== undefined) {
    // Names under assets hold a hash of their content: they never change.
    const files = serveStatic({
      root: assetsDirectory,
      // The build has packed each of them.
      precompressed: true,
      onFound: (path, c) => {
        c.header(
          "cache-control",
          path.includes("/assets/") ? "public, max-age=31536000, immutable" : "no-cache",
        )
        // Letters have no secrets, and the frame that shows a mail has no origin to be the same as. By the address: the
        // file itself may be a packed one.
        if (/\.(?:woff2|css)$/.test(c.req.path)) {
          c.header("access-control-allow-origin", "*")
          c.header("cross-origin-resource-policy", "cross-origin")
        }
      },
    })
    app.get("/*", (c, next) => (/\.\w+$/.test(c.req.path) ? files(c, next) : next()))
  }
  if (!pages) return
  const visits = new WeakMap<Request, Visit>()
  const answer = pages(async (request, page) => {
    const found = visits.get(request)
    if (!found) throw new Error("A page was asked for outside a visit.")
    return deps.services(found, await identify(deps, found, request.headers), request.headers, page)
  })
  // A page that shows a secret repeats nothing that its address or a form of another site could slip into it.
  app.all(
    "*",
    compress({ encoding: "gzip" }),
    packPages,
    limitBody(MOST_API_BYTES, MOST_UPLOAD_BYTES),
    async (c) => {
      const found = c.get("visit")
      try {
        refuseForeignOrigin(c.req.raw, found.origin)
        deps.limits.countPage(found.address)
      } catch (error) {
        return plainRefusal(error, found)
      }
      const request = underOwnOrigin(c.req.raw, found.origin)
      visits.set(request, found)
      return answer(request)
    },
  )
}

/** Behind a proxy that speaks TLS for us the pages have to know it: their cookies are for TLS alone then. */
function underOwnOrigin(request: Request, origin: string): Request {
  const { origin: seen, pathname, search } = new URL(request.url)
  return seen === origin ? request : new Request(origin + pathname + search, request)
}

async function identify(deps: RouteDeps, found: Visit, headers: Headers): Promise<Caller> {
  const { requestId, address, country, language, isSecure } = found
  const tenant = found.tenant.id
  const resolved = await deps.resolver.resolve({ tenant, isSecure, address, headers })
  const log = "personId" in resolved.actor ? found.log.child({ person: resolved.actor.personId }) : found.log
  const asked = headers.has("accept-language") || headers.has("cookie")
  return {
    tenant,
    requestId,
    address,
    country,
    assertion: headers.get(ASSERTION_HEADER) ?? undefined,
    log,
    resolved,
    closure: found.tenant.closure,
    language: asked ? language : (resolved.person?.language ?? language),
  }
}

/**
 * Whoever only looks brings no body that anybody would read; asking for one costs more than many an answer. Of paths
 * that take files the other bound counts.
 */
function limitBody(maxSize: number, ofUploads = maxSize): MiddlewareHandler<EdgeBindings> {
  const [usual, uploads] = [limitAt(maxSize), limitAt(ofUploads)]
  return (c, next) => {
    if (c.req.method === "GET" || c.req.method === "HEAD") return next()
    return UPLOADS.test(c.req.path) ? uploads(c, next) : usual(c, next)
  }
}

function limitAt(maxSize: number): MiddlewareHandler<EdgeBindings> {
  return bodyLimit({
    maxSize,
    onError: (c) => {
      const reader = c.get("visit") as Visit
      return problemResponse(toProblem(requestRefusals.create("request.too_large"), reader))
    },
  })
}

/** A check in front of routes: its "no" as an answer, or nothing. */
async function orNothing(c: EdgeContext, check: () => Promise<void>): Promise<Response | undefined> {
  try {
    await check()
    return undefined
  } catch (error) {
    return problemResponse(toProblem(error, c.get("visit")))
  }
}

function missing(c: EdgeContext): Response {
  return problemResponse(toProblem(requestRefusals.create("request.path_missing"), c.get("visit")))
}
