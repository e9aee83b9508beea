import { eq, sql } from "drizzle-orm"
import type { Context } from "../context.ts"
import { WORK_CHANNEL } from "../listen.ts"
import { lockForMove, type OperatorOptions } from "./lock-operation.ts"
import { refuseWork } from "./refusals.ts"
import { operations } from "./tables.ts"

const MOST_CHARACTERS = 500

/** "A person has dealt with it": nothing more is played; the reason stays with the operation. */
export async function closeOperation(
  ctx: Context,
  operationId: string,
  reason: string,
  options: OperatorOptions = {},
): Promise<void> {
  const why = reason.trim().slice(0, MOST_CHARACTERS)
  if (why === "") return refuseWork("work.reason_missing", {}, { field: "reason" })
  const operation = await lockForMove(ctx, operationId, "close", options)
  const now = ctx.clock.now()
  await ctx.db
    .update(operations)
    .set({
      state: "closed",
      why,
      trouble: null,
      dueAt: null,
      executor: null,
      play: sql`play + 1`,
      updatedAt: now,
      endedAt: now,
    })
    .where(eq(operations.id, operationId))
  await ctx.db.execute(sql`
    select work.cancel_segment(${operationId}, ${operation.segment}::integer),
      pg_notify(${WORK_CHANNEL}, ${`${ctx.tenant} ${operationId}`})`)
}
