import { existsSync } from "node:fs"
import { join } from "node:path"
import { pathToFileURL } from "node:url"
import { createPageHandler, type PageBuild } from "#web/server.ts"
import { createApiRouter } from "./api/api-router.ts"
import type { Config } from "./config.ts"
import type { Ground } from "./ground.ts"
import { createPageMemory } from "./http/page-memory.ts"
import type { Mount, WebServer, WebServerDeps } from "./http/parts.ts"
import { createWebServer } from "./http/web-server.ts"
import { joinRouters } from "./routers.ts"
import { openSignInMeans } from "./sign-in-means.ts"
import { mountWebhooks } from "./webhooks.ts"
import { listWorkKinds, listWorkTitles, openMailTransport } from "./work.ts"

export interface ServeOptions {
  readonly config: Config
  readonly mounts: readonly Mount[]
  /** Where the built pages are; absent while developing and in processes without pages. */
  readonly buildDirectory?: string
  /** While developing, pages come from the bundler instead. */
  readonly loadPages?: () => Promise<PageBuild>
}

/** The web server of this process, with whatever its roles ask for. Not listening yet. */
export async function createServer(ground: Ground, options: ServeOptions): Promise<WebServer> {
  const { config } = options
  const titles = listWorkTitles(listWorkKinds(ground, openMailTransport("smtp://localhost")))
  const { rateLimits } = config
  const signInMeans = openSignInMeans(ground, {
    breachedPasswordsUrl: breachedPasswordsUrl(config),
    ...(config.isSandbox
      ? { accessTeamUrl: (team: string) => `http://localhost:${config.port}/sandbox/access/${team}` }
      : {}),
    rateLimits,
  })
  return createWebServer({
    config,
    ...ground,
    signInMeans,
    federation: { outside: ground.outside, allowPrivate: ground.allowPrivate },
    router: createApiRouter(
      joinRouters(ground, {
        titles,
        apiKeyKind: config.isProduction ? "live" : "test",
        signIn: signInMeans,
      }),
      config.modules,
    ),
    mounts: [...options.mounts, mountWebhooks(ground)],
    ...(config.isSandbox ? { localHost: "localhost" } : {}),
    ...pagesOf(options, ground),
  })
}

function breachedPasswordsUrl(config: Config): string {
  if (config.breachedPasswordsUrl) return config.breachedPasswordsUrl
  return config.isSandbox
    ? `http://localhost:${config.port}/sandbox/breaches`
    : "https://api.pwnedpasswords.com"
}

function pagesOf(
  { buildDirectory, loadPages }: ServeOptions,
  { listener }: Ground,
): Pick<WebServerDeps, "pages" | "pageMemory" | "assetsDirectory"> {
  if (loadPages) {
    return { pages: (provide) => createPageHandler({ build: loadPages, mode: "development", provide }) }
  }
  const entry = buildDirectory ? join(buildDirectory, "server", "index.js") : undefined
  if (!buildDirectory || !entry || !existsSync(entry)) return {}
  let loaded: Promise<PageBuild> | undefined
  // Loaded with the first page: a worker never pays for React.
  const build = () => (loaded ??= import(pathToFileURL(entry).href) as Promise<PageBuild>)
  const memory = createPageMemory({ isInformed: listener !== undefined })
  return {
    pages: (provide) => createPageHandler({ build, mode: "production", provide, memory }),
    pageMemory: memory,
    assetsDirectory: join(buildDirectory, "client"),
  }
}
