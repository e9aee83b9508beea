import { eq } from "drizzle-orm"
import { recordAudit } from "#audit"
import { listPersonNames } from "#identity"
import { actorId, type Context } from "#kit/context.ts"
import { startWork } from "#kit/work/start-work.ts"
import type { WorkTitles } from "#operations"
import type { BulkAct, BulkActs } from "./bulk-act.ts"
import { type BulkRun, describeBulkRun } from "./describe-bulk-run.ts"
import { deskRefusals } from "./errors.ts"
import { lockBulkRun } from "./lock-bulk-run.ts"
import { permittedAct } from "./permitted-act.ts"
import { bulkRuns } from "./tables.ts"
import { startableBulkRun } from "./work-heads.ts"

export interface BulkDoors {
  readonly acts: BulkActs
  readonly titles: WorkTitles
}

export interface SaidOfAll {
  readonly reason?: string | undefined
  readonly choice?: string | undefined
}

/** Sets a prepared run going, in one transaction: from here on it needs nobody's page. */
export async function confirmBulkRun(
  ctx: Context,
  { acts }: Pick<BulkDoors, "acts">,
  { id, ...said }: SaidOfAll & { readonly id: string },
): Promise<BulkRun> {
  const run = await lockBulkRun(ctx, id)
  if (run.state !== "prepared") deskRefusals.refuse("desk.run_begun")
  const act = permittedAct(ctx, acts, run.act)
  const reason = said.reason?.trim() || null
  if (act.needsReason && reason === null) {
    deskRefusals.refuse("desk.reason_needed", {}, { field: "reason" })
  }
  const choice = await readChoice(ctx, act, said.choice)
  const operationId = await startWork(ctx, startableBulkRun, { runId: id }, { key: id })
  const startedBy = actorId(ctx.actor)
  const [row] = await ctx.db
    .update(bulkRuns)
    .set({ state: "running", reason, choice, startedBy, operationId, createdAt: ctx.clock.now() })
    .where(eq(bulkRuns.id, id))
    .returning()
  if (!row) throw new Error(`Run ${id} was locked and is gone.`)
  await recordAudit(ctx, {
    act: "desk.bulk-run-started",
    subjectId: id,
    reason,
    after: { act: act.name, total: run.total, ...(choice ? { choice } : {}) },
  })
  return describeBulkRun(ctx, row, { acts, names: await listPersonNames(ctx, [startedBy]) })
}

async function readChoice(ctx: Context, act: BulkAct, wanted: string | undefined): Promise<string | null> {
  if (!act.choices) return null
  const choices = await act.choices(ctx)
  const found = choices.find(({ value }) => value === wanted)
  return (found ?? deskRefusals.refuse("desk.choice_needed", {}, { field: "choice" })).value
}
