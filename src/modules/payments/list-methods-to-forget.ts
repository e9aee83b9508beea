import { and, asc, gt, isNotNull, lt } from "drizzle-orm"
import { type Context, type Reach } from "#kit/context.ts"
import { isMethodWithin } from "./method-row.ts"
import { paymentMethods } from "./tables.ts"

/** Removed here, and their gateway may still hold them. */
export async function listMethodsToForget(
  ctx: Context,
  reach: Reach,
  bounds: { readonly before: Temporal.Instant; readonly after: Temporal.Instant; readonly limit: number },
): Promise<string[]> {
  const rows = await ctx.db
    .select({ id: paymentMethods.id })
    .from(paymentMethods)
    .where(
      and(
        isMethodWithin(reach),
        isNotNull(paymentMethods.tokenSealed),
        lt(paymentMethods.removedAt, bounds.before),
        gt(paymentMethods.removedAt, bounds.after),
      ),
    )
    .orderBy(asc(paymentMethods.removedAt))
    .limit(bounds.limit)
  return rows.map(({ id }) => id)
}
