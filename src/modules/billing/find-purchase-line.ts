import { and, eq, isNull, or } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { isLineOf } from "./is-line-of.ts"
import { readLine } from "./line-rows.ts"
import { MOST_LINES } from "./payment-request.ts"
import type { Subscription } from "./subscription.ts"
import type { subscriptionPeriods } from "./subscription-tables.ts"
import { invoiceLines } from "./tables.ts"

/** The line that bought a period, without its paper: an invoice may hold hundreds of other agreements' lines. */
export async function findPurchaseLine(
  ctx: Context,
  subscription: Subscription,
  { invoiceId }: typeof subscriptionPeriods.$inferSelect,
): Promise<string | null> {
  if (!invoiceId) return null
  const rows = await ctx.db
    .select()
    .from(invoiceLines)
    .where(
      and(
        eq(invoiceLines.invoiceId, invoiceId),
        or(eq(invoiceLines.subscriptionId, subscription.id), isNull(invoiceLines.subscriptionId)),
      ),
    )
    .orderBy(invoiceLines.position)
    .limit(MOST_LINES)
  const lines = rows.map((row) => readLine(row, subscription.unit.currency))
  return lines.find((line) => isLineOf(subscription, line))?.id ?? null
}
