import type { z } from "zod"
import type { Context } from "#kit/context.ts"
import { getRetentions, type Retention, type RetentionId, retentionIds } from "#tenancy"
import type { retentionShape } from "./contract.ts"
import type { Forgetters } from "./sweep-retention.ts"
import { retentionRuns } from "./tables.ts"

export type RetentionView = z.infer<typeof retentionShape>

/** Every rule that holds for this shop today, in the reader's words, with what its sweep last did. */
export async function listRetention(ctx: Context, forgetters: Forgetters): Promise<RetentionView[]> {
  const runs = await ctx.db.select().from(retentionRuns).limit(retentionIds.length)
  const byId = new Map(runs.map((run) => [run.id, run]))
  const retentionOf = await getRetentions(ctx)
  return retentionIds.map((id) => describe(ctx, { ...retentionOf(id), id, forgetters, run: byId.get(id) }))
}

function describe(
  ctx: Context,
  {
    id,
    rule,
    keep,
    forgetters,
    run,
  }: Pick<Retention, "rule" | "keep"> & {
    readonly id: RetentionId
    readonly forgetters: Forgetters
    readonly run: typeof retentionRuns.$inferSelect | undefined
  },
): RetentionView {
  return {
    id,
    what: rule.what[ctx.language],
    basis: rule.basis[ctx.language],
    country: rule.country,
    from: rule.from,
    keep: keep.toString(),
    usual: rule.keep,
    atLeast: rule.atLeast,
    atMost: rule.atMost,
    isSwept: forgetters[id] !== undefined,
    run: run
      ? {
          at: run.ranAt.toString(),
          before: run.before.toString(),
          rows: run.rows,
          total: run.total,
          isUnfinished: run.isUnfinished,
        }
      : null,
  }
}
