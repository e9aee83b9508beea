import { eq } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { redemptions } from "./coupon-tables.ts"

/** The order came to nothing: whoever ordered may use them again. */
export async function releaseCoupons(ctx: Context, orderId: string): Promise<void> {
  await ctx.db.delete(redemptions).where(eq(redemptions.orderId, orderId))
}
