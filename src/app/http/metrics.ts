import { collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client"
import type { Log } from "#kit/context.ts"
import type { Database } from "#kit/db.ts"
import type { BreakerState } from "#kit/outside/call.ts"
import type { Outside } from "#kit/outside/outside.ts"
import { countWork } from "#kit/work/queries.ts"

export interface Metrics {
  readonly registry: Registry
  /** Areas and methods are few; paths are not, so they are no label. */
  countRequest(facts: { area: string; method: string; status: number; seconds: number }): void
}

export interface MetricsDeps {
  readonly database: Database
  readonly outside: Pick<Outside, "states">
  readonly log: Log
}

export function createMetrics(deps: MetricsDeps): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const requests = new Histogram({
    name: "hostwell_http_request_seconds",
    help: "Time from a request's head to the head of its answer.",
    labelNames: ["area", "method", "status"],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers: [registry],
  })
  addDatabase(registry, deps)
  addOutside(registry, deps)
  addWork(registry, deps)
  return {
    registry,
    countRequest: ({ area, method, status, seconds }) =>
      requests.observe(
        { area, method: knownMethod(method), status: `${Math.floor(status / 100)}xx` },
        seconds,
      ),
  }
}

function addDatabase(registry: Registry, { database }: MetricsDeps): void {
  new Gauge({
    name: "hostwell_database_connections",
    help: "Connections of this process, by what they do.",
    labelNames: ["state"],
    registers: [registry],
    collect() {
      const { totalCount, idleCount, waitingCount } = database.pool
      this.set({ state: "busy" }, totalCount - idleCount)
      this.set({ state: "idle" }, idleCount)
      this.set({ state: "wanted" }, waitingCount)
    },
  })
}

const breakerStates: readonly BreakerState[] = ["closed", "half_open", "open"]

/** A host that nobody calls any more leaves the list. Added up, because one name may have several ways there. */
function addOutside(registry: Registry, { outside }: MetricsDeps): void {
  new Gauge({
    name: "hostwell_outside_breaker",
    help: "Hosts this process calls, by the state of their breaker: open is left alone for a while.",
    labelNames: ["host", "origin", "state"],
    registers: [registry],
    collect() {
      this.reset()
      for (const { name, origin, breaker } of outside.states()) {
        for (const state of breakerStates) this.inc({ host: name, origin, state }, state === breaker ? 1 : 0)
      }
    },
  })
  new Gauge({
    name: "hostwell_outside_calls",
    help: "Calls of this process to a host: under way, and waiting for a free connection.",
    labelNames: ["host", "origin", "state"],
    registers: [registry],
    collect() {
      this.reset()
      for (const { name, origin, inFlight, waiting } of outside.states()) {
        this.inc({ host: name, origin, state: "in_flight" }, inFlight)
        this.inc({ host: name, origin, state: "waiting" }, waiting)
      }
    },
  })
}

/** The same from every process: the company's work, not this one's. */
function addWork(registry: Registry, { database, log }: MetricsDeps): void {
  new Gauge({
    name: "hostwell_work_operations",
    help: "Open work of the whole company, by queue and state.",
    labelNames: ["queue", "state"],
    registers: [registry],
    async collect() {
      // Without the database there are no numbers of it, and no old ones either; the others are still told.
      const counts = await countWork(database).catch((error: unknown) => {
        log.warn({ error }, "work could not be counted")
        return []
      })
      this.reset()
      for (const { queue, state, operations } of counts) this.set({ queue, state }, operations)
    },
  })
}

function knownMethod(method: string): string {
  return ["GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS"].includes(method) ? method : "other"
}
