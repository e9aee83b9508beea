import { sql } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import type { ForgetWindow } from "#kit/sweeps/window.ts"
import { getRetentions, type RetentionId } from "#tenancy"
import { retentionRuns } from "./tables.ts"

/** What a module does about one rule: forgets at most so many rows of the window, and says how many it did. */
export type Forgetter = (ctx: Context, window: ForgetWindow) => Promise<number>
export type Forgetters = Readonly<Partial<Record<RetentionId, Forgetter>>>

const MOST_AT_ONCE = 2_000
const MOST_ROUNDS = 10
/** Nothing here is older than the law that made it be kept; what claims to be is a clock's mistake. */
const OLDEST = { years: 30 }

/** Each rule of the table that something is held under, once a day, in bounded rounds. */
export async function sweepRetention(ctx: Context, forgetters: Forgetters): Promise<void> {
  const retentionOf = await getRetentions(ctx)
  const runs: Run[] = []
  for (const [id, forget] of Object.entries(forgetters) as [RetentionId, Forgetter][]) {
    const { before } = retentionOf(id)
    const after = before.toZonedDateTimeISO("UTC").subtract(OLDEST).toInstant()
    let rows = 0
    let isUnfinished = true
    for (let round = 0; round < MOST_ROUNDS && isUnfinished; round++) {
      const done = await forget(ctx, { after, before, atMost: MOST_AT_ONCE })
      rows += done
      isUnfinished = done >= MOST_AT_ONCE
    }
    runs.push({ id, before, rows, isUnfinished })
  }
  if (runs.length > 0) await recordRuns(ctx, runs)
}

interface Run {
  readonly id: RetentionId
  readonly before: Temporal.Instant
  readonly rows: number
  readonly isUnfinished: boolean
}

async function recordRuns(ctx: Context, runs: readonly Run[]): Promise<void> {
  const ranAt = ctx.clock.now()
  await ctx.db
    .insert(retentionRuns)
    .values(runs.map((run) => ({ ...run, ranAt, total: run.rows })))
    .onConflictDoUpdate({
      target: [retentionRuns.tenantId, retentionRuns.id],
      set: {
        ranAt,
        before: sql`excluded.before`,
        rows: sql`excluded.rows`,
        isUnfinished: sql`excluded.is_unfinished`,
        total: sql`${retentionRuns.total} + excluded.rows`,
      },
    })
}
