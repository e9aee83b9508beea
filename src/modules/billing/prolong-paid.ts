import type { Context } from "#kit/context.ts"
import { advancePeriods } from "./advance-periods.ts"
import type { Prolonging } from "./load-prolonged.ts"

/** The invoice is written: the periods move, in the same transaction. */
export async function prolongPaid(
  ctx: Context,
  prolonged: readonly Prolonging[],
  invoiceId: string,
): Promise<void> {
  await advancePeriods(
    ctx,
    prolonged.map(({ line, one }) => ({
      one,
      paid: { cycles: line.cycles ?? 1, invoiceId, gross: line.gross },
    })),
  )
}
