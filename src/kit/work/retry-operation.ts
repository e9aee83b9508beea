import { and, eq, inArray, sql } from "drizzle-orm"
import type { Context } from "../context.ts"
import { lockForMove, type OperatorOptions } from "./lock-operation.ts"
import { requeueOperations } from "./requeue.ts"
import { steps } from "./tables.ts"

/** "Try it again now": what failed or waits starts with fresh tries; what is done stays done. */
export async function retryOperation(
  ctx: Context,
  operationId: string,
  options: OperatorOptions = {},
): Promise<void> {
  await lockForMove(ctx, operationId, "retry", options)
  await ctx.db
    .update(steps)
    .set({ failures: 0, attempts: sql`least(attempts, 1)`, startedAt: ctx.clock.now(), endedAt: null })
    .where(and(eq(steps.operationId, operationId), inArray(steps.state, ["failed", "calling", "waiting"])))
  await requeueOperations(ctx.db, {
    operationIds: [operationId],
    now: ctx.clock.now(),
    when: sql`true`,
    hasOldSegment: true,
  })
}
