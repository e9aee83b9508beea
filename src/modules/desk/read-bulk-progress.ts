import { and, eq } from "drizzle-orm"
import type { z } from "zod"
import type { Context } from "#kit/context.ts"
import type { progressShape } from "#kit/contract.ts"
import { operations } from "#kit/work/tables.ts"
import { sayTrouble } from "#kit/work/trouble.ts"
import { bulkRuns } from "./tables.ts"

export type BulkProgress = z.infer<typeof progressShape>

export async function readBulkProgress(ctx: Context, id: string): Promise<BulkProgress | undefined> {
  const [row] = await ctx.db
    .select({ run: bulkRuns, state: operations.state, trouble: operations.trouble })
    .from(bulkRuns)
    .leftJoin(
      operations,
      and(eq(operations.tenantId, bulkRuns.tenantId), eq(operations.id, bulkRuns.operationId)),
    )
    .where(eq(bulkRuns.id, id))
    .limit(1)
  if (!row) return undefined
  const { total, done, failed, operationId } = row.run
  return {
    operationId,
    state: row.state ?? "none",
    words: row.state
      ? (sayTrouble({ state: row.state, trouble: row.trouble }, ctx.language)?.says ?? null)
      : null,
    at: ctx.clock.now().toString(),
    counts: { total, done, failed },
    steps: [],
  }
}
