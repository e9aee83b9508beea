import type { Server } from "node:http"
import { type AddressInfo, createServer } from "node:net"
import { serve } from "@hono/node-server"
import type { Clock } from "#kit/clock.ts"
import type { Database } from "#kit/db.ts"
import { addFault, clearFaults } from "./stand-in-faults.ts"
import { createVirtfusion } from "./virtfusion.ts"
import type { VirtfusionFault } from "./virtfusion-faults.ts"

export const PANEL_TOKEN = "sandbox-panel-token"
export const SERVERS_ONLY_TOKEN = "sandbox-servers-only-token"

/** The stand-in behind a real local port, with its switches at hand. */
export interface ServedPanel {
  readonly url: string
  readonly port: number
  fault(
    call: string,
    fault: VirtfusionFault,
    more?: { times?: number | null; delayMs?: number },
  ): Promise<void>
  clearFaults(): Promise<void>
  settings(wanted: { buildSeconds?: number; serversPerGroup?: number }): Promise<void>
  books(): Promise<PanelBooks>
  /** Gone and back on the same port, as a panel that restarts. */
  restart(): Promise<void>
  close(): Promise<void>
}

export interface PanelBooks {
  readonly servers: readonly {
    readonly id: number
    readonly ownerId: number
    readonly name: string
    readonly hostname: string | null
    readonly commissionStatus: number
    readonly suspended: boolean
    readonly buildCount: number
  }[]
  readonly calls: Readonly<Record<string, number>>
}

export async function servePanel(options: { database: Database; clock: Clock }): Promise<ServedPanel> {
  const { database, clock } = options
  const panel = createVirtfusion({
    database,
    clock,
    basePath: "",
    token: PANEL_TOKEN,
    serversOnlyToken: SERVERS_ONLY_TOKEN,
  })
  const port = await findFreePort()
  let server = await listen(panel.fetch, port)
  const ask = async (method: string, path: string, body?: object) => {
    const answer = await panel.request(path, {
      method,
      ...(body ? { body: JSON.stringify(body), headers: { "content-type": "application/json" } } : {}),
    })
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`)
    return (await answer.json()) as unknown
  }
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    fault: (call, fault, { times = 1, delayMs = 2_000 } = {}) =>
      addFault(database, "virtfusion", { call, fault, remaining: times, delayMs }, clock.now()),
    clearFaults: () => clearFaults(database, "virtfusion"),
    settings: async (wanted) => void (await ask("PUT", "/control/settings", wanted)),
    books: async () => (await ask("GET", "/control/books")) as PanelBooks,
    restart: async () => {
      await stop(server)
      server = await listen(panel.fetch, port)
    },
    close: () => stop(server),
  }
}

function listen(fetch: (request: Request) => Response | Promise<Response>, port: number): Promise<Server> {
  return new Promise((resolve) => {
    const server = serve({ fetch, port, hostname: "127.0.0.1" }, () => resolve(server as Server))
  })
}

function stop(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}

function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once("error", reject)
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as AddressInfo
      probe.close(() => resolve(port))
    })
  })
}
