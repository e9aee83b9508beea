import { randomBytes } from "node:crypto"
import type { createRequestHandler, RouterContextProvider, ServerBuild } from "react-router"
import type { apiContext, PageReport, PageServices } from "./api-context.ts"
import { basenames, type Language, languageOfPath, scriptFolders, withLanguage } from "./i18n/languages.ts"
import { createNearRoutes } from "./near-routes.ts"
import { withUnsentData } from "./unsent-data.ts"
import {
  type Asked,
  isUndecided,
  type PageMemory,
  prefersKorean,
  recallPage,
  rememberPage,
  SAME_FOR_VISITORS,
  visitorKey,
} from "./visitor-pages.ts"

/** The web build's own entry hands out the objects that must exist once (see entry.server.tsx). */
export interface PageBuild extends ServerBuild {
  readonly entry: {
    readonly module: ServerBuild["entry"]["module"] & {
      readonly createRequestHandler: typeof createRequestHandler
      readonly RouterContextProvider: typeof RouterContextProvider
      readonly apiContext: typeof apiContext
    }
  }
}

export interface PageRequest {
  readonly language: Language
  readonly nonce: string
}

export interface PageHandlerOptions {
  /** `import("build/server/index.js")`, or in dev `vite.ssrLoadModule("virtual:react-router/server-build")`. */
  readonly build: () => Promise<PageBuild>
  readonly mode: "production" | "development"
  /** Everything a page may reach, for this caller. Called once per page request. */
  readonly provide: (request: Request, page: PageRequest) => Promise<PageServices & Partial<PageReport>>
  /** For pages that are the same for every visitor. Absent while developing: then each is rendered anew. */
  readonly memory?: PageMemory
  /** Where an error goes that no page foresaw. Default: to whoever provides, otherwise to standard error. */
  readonly report?: (error: unknown) => void
}

/** Answers every page. Mount it last: what is no page here is a 404 page. */
export function createPageHandler(options: PageHandlerOptions): (request: Request) => Promise<Response> {
  const handlers = new WeakMap<PageBuild, Handlers>()
  const { memory, mode } = options
  return async (request) => {
    const url = new URL(request.url)
    // A missing asset is a plain 404: rendering a page for it would cost a hundred times as much.
    if (url.pathname.startsWith("/assets/")) return new Response("Not found", { status: 404 })
    const { method, headers } = request
    const asked: Asked = { method, url: request.url, path: url.pathname, headers }
    if (prefersKorean(asked)) return seeKorean(url)
    const kept = recallPage(memory, asked)
    if (kept) return new Response(kept.body, { headers: kept.headers })

    const moment = memory?.moment() ?? 0
    const build = await options.build()
    const language = languageOfPath(url.pathname)
    const nonce = randomBytes(16).toString("base64")
    const services = await options.provide(request, { language, nonce })
    if (isUndecided(asked) && services.shop.defaultLanguage === "ko") return seeKorean(url)
    const key = visitorKey(asked)
    const context = new build.entry.module.RouterContextProvider()
    const report = options.report ?? services.report ?? writeError
    context.set(build.entry.module.apiContext, { ...services, report })
    const handle = handlersOf(handlers, build, mode)
    const response = await handle(language, url.pathname)(request, context)
    const isSame = response.headers.has(SAME_FOR_VISITORS)
    // Who may be answered with another's page must be able to do without that one's nonce: only files of ours run.
    const isShared = isSame && memory !== undefined && key !== undefined
    const page = withPageHeaders(response, { language, mode, nonce: isShared ? undefined : nonce })
    return rememberPage(memory, key, { response: page, isSame, moment })
  }
}

function writeError(error: unknown): void {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)
}

type Handler = ReturnType<typeof createRequestHandler>

type Handlers = (language: Language, pathname: string) => Handler

function handlersOf(
  known: WeakMap<PageBuild, Handlers>,
  build: PageBuild,
  mode: PageHandlerOptions["mode"],
): Handlers {
  const made = known.get(build) ?? createHandlers(build, mode)
  known.set(build, made)
  return made
}

/** A handler for each language, which is the base of every link that a page writes, and for what is near an address. */
function createHandlers(build: PageBuild, mode: PageHandlerOptions["mode"]): Handlers {
  const createHandler = (routes: ServerBuild, isPage: boolean) =>
    build.entry.module.createRequestHandler(isPage ? withUnsentData(routes) : routes, mode)
  const create = (language: Language) => {
    const near = createNearRoutes({
      ...build,
      basename: basenames[language],
      assets: assetsIn(build.assets, language),
    })
    const made = new Map<string, Handler>()
    return (pathname: string) => {
      const isPage = !pathname.endsWith(".data")
      const nearest = near.keyOf(pathname)
      const key = isPage ? nearest : `${nearest} data`
      const handler = made.get(key) ?? createHandler(near.buildFor(nearest), isPage)
      made.set(key, handler)
      return handler
    }
  }
  const made = { en: create("en"), ko: create("ko") }
  return (language, pathname) => made[language](pathname)
}

function seeKorean(url: URL): Response {
  return new Response(null, {
    status: 302,
    headers: {
      location: withLanguage(url.pathname, "ko") + url.search,
      vary: "accept-language, cookie",
      "cache-control": "private, no-cache",
    },
  })
}

/** The same scripts from the folder of a language. While developing they lie elsewhere, once for all. */
export function assetsIn(assets: ServerBuild["assets"], language: Language): ServerBuild["assets"] {
  const text = JSON.stringify(assets)
  return JSON.parse(
    text.replaceAll(
      /"\/assets\/([\w.-]+\.js)"/g,
      (_all, name: string) => `"${scriptFolders[language]}${name}"`,
    ),
  ) as ServerBuild["assets"]
}

interface PageFacts {
  readonly language: Language
  readonly nonce: string | undefined
  readonly mode: PageHandlerOptions["mode"]
}

/** Into the answer itself: it is ours alone, and a copy of it would be sent piece by piece. */
function withPageHeaders(response: Response, facts: PageFacts): Response {
  const { headers } = response
  headers.delete(SAME_FOR_VISITORS)
  headers.append("vary", "accept-language, cookie, accept-encoding")
  if (!headers.has("cache-control")) headers.set("cache-control", "private, no-cache")
  if (headers.get("content-type")?.startsWith("text/html")) {
    headers.set("content-language", facts.language)
    // Somebody else's html, shown in a frame, brings a narrower one.
    if (!headers.has("content-security-policy")) {
      headers.set("content-security-policy", contentSecurityPolicy(facts))
    }
  }
  return response
}

function contentSecurityPolicy({ nonce, mode }: PageFacts): string {
  // Vite's dev server injects styles and opens a socket; the built pages need neither.
  const isDevelopment = mode === "development"
  const ours = nonce === undefined ? "'self'" : `'self' 'nonce-${nonce}'`
  return [
    "default-src 'self'",
    `script-src ${ours}`,
    `style-src ${isDevelopment ? "'self' 'unsafe-inline'" : ours}`,
    `connect-src 'self'${isDevelopment ? " ws:" : ""}`,
    "img-src 'self' data:",
    "font-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ")
}
