import { eq } from "drizzle-orm"
import type { Context } from "../context.ts"
import { canOperate, isEnded, type OperatorMove } from "./operation.ts"
import type { OperationRow } from "./play.ts"
import { refuseWork } from "./refusals.ts"
import { operations } from "./tables.ts"

export interface OperatorOptions {
  /** The segment the person was looking at: if the operation has moved on since, the move is refused. */
  readonly ifSegment?: number
}

/** Takes the row lock, then looks whether the move is allowed: of two people at once, the second sees the first's. */
export async function lockForMove(
  ctx: Context,
  operationId: string,
  move: OperatorMove,
  options: OperatorOptions,
): Promise<OperationRow> {
  const [operation] = await ctx.db
    .select()
    .from(operations)
    .where(eq(operations.id, operationId))
    .for("update")
  if (!operation) return refuseWork("work.operation_unknown", { operationId })
  const { state } = operation
  if (isEnded(state)) return refuseWork("work.operation_ended", { operationId, state })
  if (options.ifSegment !== undefined && options.ifSegment !== operation.segment) {
    return refuseWork("work.operation_moved", { operationId, state })
  }
  if (state === "running" || state === "undoing")
    return refuseWork("work.operation_running", { operationId, state })
  if (!canOperate(operation, move)) return refuseWork("work.move_not_allowed", { operationId, state, move })
  return operation
}
