import { and, eq } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { refunds } from "./tables.ts"

/** What the gateway takes for sending it back, kept until that is booked. */
export async function keepRefundFee(ctx: Context, refundId: string, feeMinor: bigint): Promise<void> {
  await ctx.db
    .update(refunds)
    .set({ feeMinor })
    .where(and(eq(refunds.id, refundId), eq(refunds.state, "wanted")))
}
