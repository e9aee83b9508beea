import { createServer } from "node:http"
import { resolve } from "node:path"
import pino from "pino"
import { startEmbeddedPostgres } from "#kit/postgres/embedded.ts"
import { AlreadyRunning, PostgresFailure } from "#kit/postgres/errors.ts"
import { beginLifecycle, type Lifecycle, REFUSED } from "./lifecycle.ts"
import { checkPort, closeServer, explainPort, listen } from "./port.ts"
import { findRunning, removeRunning, writeRunning } from "./running-file.ts"

const home = resolve(process.env["HOSTWELL_HOME"] || ".hostwell")
const port = Number(process.env["PORT"] || 3000)
const log = pino({ level: "info" }, pino.destination({ dest: 2, sync: true }))

const lifecycle = beginLifecycle({ log })
try {
  await start(lifecycle)
} catch (error) {
  const words = explain(error)
  if (words) process.stderr.write(`\n${words}\n`)
  else log.error({ error: error instanceof Error ? error.stack : String(error) }, "could not start")
  await lifecycle.stop("could not start", words ? REFUSED : 1)
}

async function start({ onStop, announceReady, stopping }: Lifecycle): Promise<void> {
  // With a living neighbour in this home the database has the better words for it.
  if (!findRunning(home)) await checkPort(port)
  const starting = startEmbeddedPostgres({ home, log })
  // Before it is there: a stop in the middle of a first start must take along what is just being started.
  onStop("PostgreSQL", async () => {
    const postgres = await starting.catch(() => undefined)
    await postgres?.stop()
  })
  await starting
  if (stopping.aborted) return
  const server = createServer((request, response) => {
    response
      .writeHead(request.url === "/healthz" ? 200 : 404)
      .end(request.url === "/healthz" ? "ok" : "not found")
  })
  const taken = await listen(server, port)
  onStop("HTTP", () => closeServer(server))
  const url = `http://localhost:${taken}`
  writeRunning(home, url)
  onStop("the note that we are running", async () => removeRunning(home))
  process.stdout.write(`\nHostwell is ready: ${url}\n`)
  announceReady()
}

/** The sentence for a person, when this is something foreseen. */
function explain(error: unknown): string | undefined {
  if (error instanceof PostgresFailure) return error.message
  if (!(error instanceof AlreadyRunning)) return explainPort(error, port)
  const running = findRunning(home)
  return running?.pid === error.pid
    ? `Hostwell is already running at ${running?.url} (process ${error.pid}).`
    : error.message
}
