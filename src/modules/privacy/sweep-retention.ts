import { sql } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import type { ForgetWindow } from "#kit/sweeps/window.ts"
import { getRetention, type RetentionId } from "#tenancy"
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
  for (const [id, forget] of Object.entries(forgetters) as [RetentionId, Forgetter][]) {
    const { before } = await getRetention(ctx, id)
    const after = before.toZonedDateTimeISO("UTC").subtract(OLDEST).toInstant()
    let rows = 0
    let isUnfinished = true
    for (let round = 0; round < MOST_ROUNDS && isUnfinished; round++) {
      const done = await forget(ctx, { after, before, atMost: MOST_AT_ONCE })
      rows += done
      isUnfinished = done >= MOST_AT_ONCE
    }
    await recordRun(ctx, { id, before, rows, isUnfinished })
  }
}

async function recordRun(
  ctx: Context,
  run: {
    readonly id: RetentionId
    readonly before: Temporal.Instant
    readonly rows: number
    readonly isUnfinished: boolean
  },
): Promise<void> {
  const values = { ...run, ranAt: ctx.clock.now() }
  await ctx.db
    .insert(retentionRuns)
    .values({ ...values, total: run.rows })
    .onConflictDoUpdate({
      target: [retentionRuns.tenantId, retentionRuns.id],
      set: {
        ranAt: values.ranAt,
        before: values.before,
        rows: values.rows,
        isUnfinished: values.isUnfinished,
        total: sql`${retentionRuns.total} + ${run.rows}`,
      },
    })
}
