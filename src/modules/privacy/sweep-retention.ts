import { type SQL, sql } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { askNeeded } from "#kit/sweeps/ask-needed.ts"
import type { ForgetWindow } from "#kit/sweeps/window.ts"
import { getRetentions, type RetentionId } from "#tenancy"
import { retentionRuns } from "./tables.ts"

/** What a module does about one rule. */
export interface Forgetter {
  /** A condition that is false where it would find nothing: asked for all rules at once. */
  isNeeded(window: ForgetWindow, now: Temporal.Instant): SQL
  /** Forgets at most so many rows of the window, and says how many it did. */
  forget(ctx: Context, window: ForgetWindow): Promise<number>
}
export type Forgetters = Readonly<Partial<Record<RetentionId, Forgetter>>>

const MOST_AT_ONCE = 2_000
const MOST_ROUNDS = 10
/** Nothing here is older than the law that made it be kept; what claims to be is a clock's mistake. */
const OLDEST = { years: 30 }

/** Each rule of the table that something is held under, once a day, in bounded rounds. */
export async function sweepRetention(ctx: Context, forgetters: Forgetters): Promise<void> {
  const retentionOf = await getRetentions(ctx)
  const rules = (Object.entries(forgetters) as [RetentionId, Forgetter][]).map(([id, forgetter]) => {
    const { before } = retentionOf(id)
    const after = before.toZonedDateTimeISO("UTC").subtract(OLDEST).toInstant()
    return { id, forgetter, window: { after, before, atMost: MOST_AT_ONCE } }
  })
  if (rules.length === 0) return
  const now = ctx.clock.now()
  const needed = await askNeeded(
    ctx.db,
    rules.map(({ forgetter, window }) => forgetter.isNeeded(window, now)),
  )
  const runs: Run[] = []
  for (const [place, rule] of rules.entries()) {
    const { id, window } = rule
    const done = needed[place] === false ? { rows: 0, isUnfinished: false } : await forgetInRounds(ctx, rule)
    runs.push({ id, before: window.before, ...done })
  }
  await recordRuns(ctx, runs)
}

interface Rule {
  readonly id: RetentionId
  readonly forgetter: Forgetter
  readonly window: ForgetWindow
}

async function forgetInRounds(ctx: Context, { forgetter, window }: Rule) {
  let rows = 0
  let isUnfinished = true
  for (let round = 0; round < MOST_ROUNDS && isUnfinished; round++) {
    const done = await forgetter.forget(ctx, window)
    rows += done
    isUnfinished = done >= window.atMost
  }
  return { rows, isUnfinished }
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
