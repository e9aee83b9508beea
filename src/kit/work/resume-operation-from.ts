import { and, eq, gte, ne, sql } from "drizzle-orm"
import type { Context } from "../context.ts"
import { lockForMove, type OperatorOptions } from "./lock-operation.ts"
import { refuseWork } from "./refusals.ts"
import { requeueOperations } from "./requeue.ts"
import { steps } from "./tables.ts"

/** "Do it again from this step": its memo and those of all later steps no longer count. */
export async function resumeOperationFrom(
  ctx: Context,
  operationId: string,
  step: string,
  options: OperatorOptions = {},
): Promise<void> {
  await lockForMove(ctx, operationId, "resume", options)
  const [from] = await ctx.db
    .select({ position: steps.position })
    .from(steps)
    .where(and(eq(steps.operationId, operationId), eq(steps.name, step), ne(steps.state, "forgotten")))
  if (!from) return refuseWork("work.step_unknown", { operationId, step })
  await ctx.db
    .update(steps)
    .set({ state: "forgotten" })
    .where(and(eq(steps.operationId, operationId), gte(steps.position, from.position)))
  await requeueOperations(ctx.db, {
    operationIds: [operationId],
    now: ctx.clock.now(),
    when: sql`true`,
    hasOldSegment: true,
  })
}
