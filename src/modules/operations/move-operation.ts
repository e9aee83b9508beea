import { recordAudit } from "#audit"
import type { Context } from "#kit/context.ts"
import { closeOperation } from "#kit/work/close-operation.ts"
import { getOperation, type OperationDetail } from "#kit/work/queries.ts"
import { resumeOperationFrom } from "#kit/work/resume-operation-from.ts"
import { retryOperation } from "#kit/work/retry-operation.ts"
import { undoOperation } from "#kit/work/undo-operation.ts"

/** What a person decided about work that stands still. */
export type OperationMove =
  | { readonly act: "retry" }
  | { readonly act: "resume"; readonly step: string }
  | { readonly act: "undo"; readonly reason: string }
  | { readonly act: "close"; readonly reason: string }

const acts = { retry: "retried", resume: "resumed", undo: "undone", close: "closed" } as const

/** Carries the decision out and writes down who made it and why. Of two people at once, one is refused. */
export async function moveOperation(ctx: Context, id: string, move: OperationMove): Promise<OperationDetail> {
  const before = await getOperation(ctx, id)
  if (move.act === "retry") await retryOperation(ctx, id)
  if (move.act === "resume") await resumeOperationFrom(ctx, id, move.step)
  if (move.act === "undo") await undoOperation(ctx, id)
  if (move.act === "close") await closeOperation(ctx, id, move.reason)
  const after = await getOperation(ctx, id)
  await recordAudit(ctx, {
    act: `operations.${acts[move.act]}`,
    subjectId: id,
    reason: "reason" in move ? move.reason : null,
    before: { state: before.state, step: before.progress },
    after: { state: after.state, ...("step" in move ? { fromStep: move.step } : {}) },
  })
  return after
}
