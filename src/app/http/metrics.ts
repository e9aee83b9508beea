import { collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client"
import type { Database } from "#kit/db.ts"

export interface Metrics {
  readonly registry: Registry
  /** Areas and methods are few; paths are not, so they are no label. */
  countRequest(facts: { area: string; method: string; status: number; seconds: number }): void
}

export function createMetrics(database: Database): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const requests = new Histogram({
    name: "hostwell_http_request_seconds",
    help: "Time from a request's head to the head of its answer.",
    labelNames: ["area", "method", "status"],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers: [registry],
  })
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
  return {
    registry,
    countRequest: ({ area, method, status, seconds }) =>
      requests.observe(
        { area, method: knownMethod(method), status: `${Math.floor(status / 100)}xx` },
        seconds,
      ),
  }
}

function knownMethod(method: string): string {
  return ["GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS"].includes(method) ? method : "other"
}
