import { eq, sql } from "drizzle-orm"
import type { Context } from "../context.ts"
import { lockForMove, type OperatorOptions } from "./lock-operation.ts"
import { requeueOperations } from "./requeue.ts"
import { operations } from "./tables.ts"

/** "Take it back": every step that names an undo is undone, last first. */
export async function undoOperation(
  ctx: Context,
  operationId: string,
  options: OperatorOptions = {},
): Promise<void> {
  await lockForMove(ctx, operationId, "undo", options)
  await ctx.db.update(operations).set({ direction: "undo" }).where(eq(operations.id, operationId))
  await requeueOperations(ctx.db, {
    operationIds: [operationId],
    now: ctx.clock.now(),
    when: sql`true`,
    hasOldSegment: true,
  })
}
