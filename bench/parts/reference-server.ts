import { createServer, type ServerResponse } from "node:http"
import pg from "pg"
import { openBarePage, type PageWish } from "./bare-page.ts"

// The plainest server that could give the same answers: what the program is measured against.
interface Orders {
  readonly port: number
  readonly databaseUrl?: string
  readonly bytes: string
  readonly contentType: string
  /** Rendered again for each answer to `/render` and `/router`. */
  readonly page?: PageWish
}

const { port, databaseUrl, bytes, contentType, page } = JSON.parse(process.argv[2] ?? "") as Orders
const pool = databaseUrl ? new pg.Pool({ connectionString: databaseUrl, max: 10 }) : undefined
const bare = page ? await openBarePage(page) : undefined

const answers: Record<string, () => string | undefined | Promise<string | undefined>> = {
  "/bytes": () => bytes,
  "/select": () => ask({ name: "one", text: "select body from bench.one where id = $1", values: ["one"] }),
  "/insert": () =>
    ask({ name: "put", text: "insert into bench.many (body) values ($1) returning body", values: [bytes] }),
  "/render": () => bare?.render(),
  "/router": () => bare?.route(),
}

createServer((request, response) => {
  const answer = answers[request.url ?? ""]
  if (!answer) return send(response, 404, "")
  Promise.resolve(answer()).then(
    (body) => (body === undefined ? send(response, 404, "") : send(response, 200, body)),
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
