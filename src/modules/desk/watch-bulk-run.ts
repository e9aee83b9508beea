import { eq } from "drizzle-orm"
import type { CallScope } from "#kit/serve/scope.ts"
import { type WatchParts, watchProgress } from "#operations"
import { deskRefusals } from "./errors.ts"
import { bulkRuns } from "./tables.ts"

/** A run as it goes on: each thing done is an event of the work that does them. */
export async function watchBulkRun(parts: WatchParts, scope: CallScope, id: string, signal: AbortSignal) {
  const [run] = await parts.database.read(scope.tenant, (db) =>
    db.select({ operationId: bulkRuns.operationId }).from(bulkRuns).where(eq(bulkRuns.id, id)).limit(1),
  )
  if (!run?.operationId) return deskRefusals.refuse("desk.run_missing")
  return watchProgress(parts, scope, run.operationId, signal)
}
