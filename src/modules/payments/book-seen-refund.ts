import { and, eq, isNull } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { findRefund } from "./queries.ts"
import { recordRefund } from "./record-refund.ts"
import { matchFindings } from "./tables.ts"

/** Whoever keeps the papers has followed what went back at the gateway: it is booked, once, and no difference any more. */
export async function bookSeenRefund(ctx: Context, refundId: string): Promise<void> {
  const seen = await findRefund(ctx, { kind: "all" }, { id: refundId })
  if (!seen?.gatewayRefundId) throw new Error(`${refundId} was not seen at a gateway.`)
  await recordRefund(ctx, refundId, seen.gatewayRefundId)
  await ctx.db
    .update(matchFindings)
    .set({ resolvedAt: ctx.clock.now() })
    .where(
      and(
        eq(matchFindings.attemptId, seen.attemptId),
        eq(matchFindings.kind, "refund_differs"),
        isNull(matchFindings.resolvedAt),
      ),
    )
}
