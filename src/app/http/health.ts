import { timingSafeEqual } from "node:crypto"
import { sql } from "drizzle-orm"
import type { Log } from "#kit/context.ts"
import type { Database } from "#kit/db.ts"
import { plainAnswer } from "./edge.ts"
import type { Metrics } from "./metrics.ts"

/** Why this process should get no requests now; empty when it should. */
export type Readiness = () => Promise<readonly string[]>

export function createReadiness(deps: {
  readonly database: Database
  readonly stopping: AbortSignal
  readonly log: Log
  /** What else must be so: migrations current, workers started. */
  readonly checks: readonly Readiness[]
}): Readiness {
  return async () => {
    if (deps.stopping.aborted) return ["stopping"]
    const reachable = await deps.database
      .transactAcrossTenants((db) => db.execute(sql`select 1`))
      .then(() => true)
      .catch((error: unknown) => {
        deps.log.warn({ error }, "the database does not answer")
        return false
      })
    if (!reachable) return ["the database does not answer"]
    const found = await Promise.all(deps.checks.map((check) => check()))
    return found.flat()
  }
}

export async function answerReadiness(isReady: Readiness): Promise<Response> {
  const obstacles = await isReady()
  return obstacles.length === 0 ? plainAnswer(200, "ready") : plainAnswer(503, obstacles.join("\n"))
}

/** Numbers about the business are nobody else's: this machine's own scraper, or one that knows the token. */
export async function answerMetrics(
  metrics: Metrics,
  caller: { readonly address: string; readonly authorization: string | null },
  token: string | undefined,
): Promise<Response> {
  const isAllowed =
    token === undefined
      ? caller.address === "127.0.0.1" || caller.address === "::1"
      : isSame(caller.authorization ?? "", `Bearer ${token}`)
  if (!isAllowed) return plainAnswer(404, "Not found")
  return new Response(await metrics.registry.metrics(), {
    headers: { "content-type": metrics.registry.contentType, "cache-control": "no-store" },
  })
}

function isSame(given: string, expected: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(expected)]
  return one.length === other.length && timingSafeEqual(one, other)
}
