import { claimAccount, createActorResolver, createSignIn } from "#identity"
import { findOrderedAccount } from "#orders"
import { createApiDoor } from "../api/api-door.ts"
import { readTour } from "../demo/read-tour.ts"
import { createPeerReader } from "./client-address.ts"
import { createReadiness } from "./health.ts"
import { createLimits } from "./limits.ts"
import { createMetrics } from "./metrics.ts"
import { createMigrationsCheck } from "./migrations-current.ts"
import { createNodeServer } from "./node-server.ts"
import { createPageServices, type PageServicesDeps } from "./page-services.ts"
import type { WebServer, WebServerDeps } from "./parts.ts"
import { createQuickPages, shopAt } from "./quick-pages.ts"
import { buildRoutes, type RouteDeps } from "./routes.ts"
import { onShopNews } from "./shop-news.ts"
import { createSignIns } from "./sign-ins.ts"
import { createTenantOfHost, type TenantOfHost } from "./tenant-of-host.ts"

export function createWebServer(deps: WebServerDeps): WebServer {
  const { config, database, clock, newId, log, keyring } = deps
  const stopping = new AbortController()
  const secrets = keyring.macs("identity.sessions", "cookie signatures")
  const resolver = createActorResolver({
    database,
    secrets,
    clock,
    access: deps.signInMeans.access,
    findOrderedAccount,
    ...(deps.listener ? { listener: deps.listener } : {}),
  })
  const limits = createLimits(config.rateLimits)
  const signIns = createSignIns({
    signIn: createSignIn({
      database,
      clock,
      secrets,
      keyring,
      newId,
      log,
      breaches: deps.signInMeans.breaches,
    }),
    resolver,
    limits,
    claim: (tenant, claim) =>
      database.transact(tenant, (db) =>
        claimAccount({ tenant, db, clock, newId, log, actor: house, language: "en" }, claim),
      ),
  })
  const { router, liveLimits } = deps
  const api = createApiDoor({
    router,
    database,
    clock,
    newId,
    keyring,
    stopping: stopping.signal,
    ...(liveLimits ? { liveLimits } : {}),
  })
  const metrics = createMetrics(deps)
  const isSandbox = deps.localHost !== undefined
  const readPeer = createPeerReader(config.trustedProxies)
  const tenantOfHost = createTenantOfHost(database, deps.listener)
  const { pageMemory } = deps
  dropStalePages(deps, tenantOfHost)
  const quickPages = pageMemory
    ? createQuickPages({ ...deps, memory: pageMemory, metrics, limits, readPeer, tenantOfHost })
    : undefined
  const app = buildRoutes({
    ...deps,
    resolver,
    limits,
    signIns,
    api,
    metrics,
    readPeer,
    tenantOfHost,
    isReady: readinessOf(deps, stopping.signal),
    inVisit: openVisits(deps),
    ...(deps.federation ? { houses: { ...deps.federation, keyring } } : {}),
    services: createPageServices({ ...deps, api, signIns, resolver, isSandbox, readTour: tourIn(deps) }),
  })
  const paths = app.routes.map(({ method, path }) => ({ method, path }))
  return { metrics, paths, ...createNodeServer(app.fetch, stopping, deps.times, quickPages) }
}

/** One short transaction in the visited shop. */
function openVisits({ database, clock, newId }: WebServerDeps): RouteDeps["inVisit"] {
  return ({ tenant, log, language, requestId }, body, actor = house) =>
    database.transact(tenant.id, (db) =>
      body({ tenant: tenant.id, db, clock, newId, log, actor, language, requestId }),
    )
}

function tourIn(deps: WebServerDeps): PageServicesDeps["readTour"] {
  const inVisit = openVisits(deps)
  return (visit) => inVisit(visit, (ctx) => readTour(ctx, deps.database))
}

const house = { kind: "system", name: "house", permissions: new Set<string>() } as const

function readinessOf({ database, log, readyWhen }: WebServerDeps, stopping: AbortSignal) {
  const checks = [createMigrationsCheck(database), ...(readyWhen ?? [])]
  return createReadiness({ database, log, stopping, checks })
}

/** Where it is not known whose a page is, it goes as well: rendering one anew costs little. */
function dropStalePages(deps: WebServerDeps, tenantOfHost: TenantOfHost): void {
  const { pageMemory, listener } = deps
  onShopNews(listener, (tenant) => {
    const isOther = (host: string) => {
      const known = shopAt({ ...deps, tenantOfHost }, host)
      return tenant !== undefined && known !== undefined && known.id !== tenant
    }
    pageMemory?.forget((host) => !isOther(host))
  })
}
