import { pathToFileURL } from "node:url"
import { createElement } from "react"
import { renderToString } from "react-dom/server"
import {
  UNSAFE_decodeViaTurboStream as decodeTurboStream,
  type EntryContext,
  type ServerBuild,
  ServerRouter,
} from "react-router"
import type { PageBuild } from "#web/server.ts"

/** Which page of the running program, and as whose. */
export interface PageWish {
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
}

export interface BarePage {
  /** React alone: the page's own components with the data they were rendered from. */
  render(): string
  /** React Router's handler as its makers hand it out, the same routes and the same data, and nothing of ours around it. */
  route(): Promise<string>
}

/** The very page the program serves, without what it costs to know whose it is and what stands in it. */
export async function openBarePage(wish: PageWish): Promise<BarePage> {
  const build = (await import(pathToFileURL("build/server/index.js").href)) as PageBuild
  const data = await readLoaderData(wish)
  let rendered: EntryContext | undefined
  const { RouterContextProvider, apiContext, createRequestHandler } = build.entry.module
  const handler = createRequestHandler(
    {
      ...build,
      routes: bareRoutes(build, data),
      entry: {
        module: {
          ...build.entry.module,
          default: (request, status, headers, context, routerContext) => {
            rendered ??= { ...context, serverHandoffStream: undefined }
            return build.entry.module.default(request, status, headers, context, routerContext)
          },
        },
      },
    },
    "production",
  )
  const route = async () => {
    const context = new RouterContextProvider()
    // Of all that a page may reach, only what the rendering itself asks for.
    context.set(apiContext, { nonce: "", report: reportNothing } as never)
    const answer = await handler(new Request(wish.url), context)
    if (!answer.ok) throw new Error(`The bare page answers ${answer.status}.`)
    return answer.text()
  }
  await route()
  const context = rendered
  if (!context) throw new Error("React Router has rendered nothing.")
  const page = createElement(ServerRouter, { context, url: wish.url })
  return { render: () => `<!DOCTYPE html>${renderToString(page)}`, route }
}

function reportNothing(): void {}

type RouteData = Readonly<Record<string, { readonly data?: unknown }>>

/** What the page's loaders answer, as the browser gets it when it goes from page to page. */
async function readLoaderData({ url, headers }: PageWish): Promise<RouteData> {
  const at = new URL(url)
  at.pathname = at.pathname === "/" ? "/_.data" : `${at.pathname}.data`
  const answer = await fetch(at, { headers })
  if (!answer.ok || !answer.body) throw new Error(`${at.pathname} answers ${answer.status}.`)
  const { value } = await decodeTurboStream(answer.body, globalThis as unknown as Window)
  return (await value) as RouteData
}

function bareRoutes(build: PageBuild, data: RouteData): ServerBuild["routes"] {
  return Object.fromEntries(
    Object.entries(build.routes).map(([id, route]) => {
      if (!route) return [id, route]
      const { middleware: _middleware, loader, ...module } = route.module
      const known = data[id]?.data ?? null
      return [id, { ...route, module: { ...module, ...(loader ? { loader: () => known } : {}) } }]
    }),
  )
}
