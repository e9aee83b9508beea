import { createServer, type ServerResponse } from "node:http"
import pg from "pg"
import { createElement, Fragment, type ReactNode } from "react"
import { renderToString } from "react-dom/server"
import { createStaticHandler, createStaticRouter, StaticRouterProvider } from "react-router"
import { type HtmlNode, parseHtml } from "./html-tree.ts"

// The plainest server that could give the same answers: what the program is measured against.
interface Orders {
  readonly port: number
  readonly databaseUrl?: string
  readonly bytes: string
  readonly contentType: string
}

const { port, databaseUrl, bytes, contentType } = JSON.parse(process.argv[2] ?? "") as Orders
const pool = databaseUrl ? new pg.Pool({ connectionString: databaseUrl, max: 10 }) : undefined
const tree = contentType.startsWith("text/html") ? toElements(parseHtml(bytes)) : undefined

let router: ReturnType<typeof createStaticHandler> | undefined

const answers: Record<string, () => string | Promise<string>> = {
  "/bytes": () => bytes,
  "/select": () => ask({ name: "one", text: "select body from bench.one where id = $1", values: ["one"] }),
  "/insert": () =>
    ask({ name: "put", text: "insert into bench.many (body) values ($1) returning body", values: [bytes] }),
  "/render": () => `<!DOCTYPE html>${renderToString(tree)}`,
  "/router": () => route(),
}

createServer((request, response) => {
  const answer = answers[request.url ?? ""]
  if (!answer) return send(response, 404, "")
  Promise.resolve(answer()).then(
    (body) => send(response, 200, body),
    (error: unknown) => send(response, 500, String(error)),
  )
}).listen(port)

function send(response: ServerResponse, status: number, body: string): void {
  response.writeHead(status, { "content-type": contentType, "content-length": Buffer.byteLength(body) })
  response.end(body)
}

async function ask(query: pg.QueryConfig): Promise<string> {
  const found = await pool?.query<{ body: string }>(query)
  return found?.rows[0]?.body ?? ""
}

/** The same tree with React Router's own server rendering around it, and nothing else. */
async function route(): Promise<string> {
  router ??= createStaticHandler([
    { path: "*", loader: () => null, element: createElement(Fragment, null, tree) },
  ])
  const found = await router.query(new Request("http://localhost/router"))
  if (found instanceof Response) throw new Error("It went elsewhere.")
  const page = createElement(StaticRouterProvider, {
    router: createStaticRouter(router.dataRoutes, found),
    context: found,
    hydrate: false,
  })
  return `<!DOCTYPE html>${renderToString(page)}`
}

function toElements(nodes: readonly HtmlNode[]): ReactNode[] {
  return nodes.map((node, key) => {
    if (typeof node === "string") return node
    const { tag, attributes, children } = node
    const inner = toElements(children)
    return inner.length > 0
      ? createElement(tag, { ...attributes, key }, inner)
      : createElement(tag, { ...attributes, key })
  })
}
