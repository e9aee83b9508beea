import type { Context } from "#kit/context.ts"
import { money } from "#kit/money.ts"
import { advancePeriods } from "./advance-periods.ts"
import type { ChunkPlan } from "./open-chunk-plan.ts"
import { writeRenewals } from "./write-renewals.ts"

/** Called with the rows locked that it was planned from. */
export async function writeChunk(ctx: Context, { free, renewals }: ChunkPlan): Promise<void> {
  await advancePeriods(
    ctx,
    free.map((one) => ({ one, paid: { cycles: 1, invoiceId: null, gross: money(0n, one.unit.currency) } })),
  )
  await writeRenewals(ctx, renewals)
}
