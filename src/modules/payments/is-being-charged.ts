import type { Context, Reach } from "#kit/context.ts"
import { listSubjectsInWork } from "#kit/work/list-subjects-in-work.ts"

/** Whether somebody still has the charging of this attempt in hand: then nobody else says that nothing came of it. */
export async function isBeingCharged(ctx: Context, reach: Reach, attemptId: string): Promise<boolean> {
  if (reach.kind !== "all") return false
  return (await listSubjectsInWork(ctx, "payments.charge-method", [attemptId])).has(attemptId)
}
