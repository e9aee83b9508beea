import type { z } from "zod"
import type { Context } from "#kit/context.ts"
import type { BulkActs } from "./bulk-act.ts"
import type { bulkRunShape } from "./contract.ts"
import type { bulkRuns } from "./tables.ts"

export type BulkRun = z.infer<typeof bulkRunShape>

export function describeBulkRun(
  { language }: Context,
  row: typeof bulkRuns.$inferSelect,
  { acts, names }: { readonly acts: BulkActs; readonly names: ReadonlyMap<string, string> },
): BulkRun {
  const { id, act, state, total, done, failed, createdAt, endedAt, startedBy } = row
  return {
    id,
    act,
    title: acts.get(act)?.say[language] ?? act,
    state,
    startedByName: names.get(startedBy) ?? startedBy,
    total,
    done,
    failed,
    createdAt: createdAt.toString(),
    endedAt: endedAt?.toString() ?? null,
  }
}
