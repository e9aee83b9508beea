import type { Context } from "#kit/context.ts"
import { advancePeriod } from "./advance-period.ts"
import type { Prolonging } from "./load-prolonged.ts"

/** The invoice is written: each period moves, in the same transaction. */
export async function prolongPaid(
  ctx: Context,
  prolonged: readonly Prolonging[],
  invoiceId: string,
): Promise<void> {
  for (const { line, one } of prolonged) {
    await advancePeriod(ctx, one, { cycles: line.cycles ?? 1, invoiceId, gross: line.gross })
  }
}
