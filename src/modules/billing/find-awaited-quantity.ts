import { and, eq } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { quantityChanges } from "./quantity-tables.ts"

export type QuantityChange = Omit<typeof quantityChanges.$inferSelect, "tenantId">

/** More pieces that wait for their money: of an agreement, or those that a request asks for. */
export async function findAwaitedQuantity(
  ctx: Context,
  by: { readonly subscriptionId: string } | { readonly paymentRequestId: string },
  lock: "read" | "update" = "read",
): Promise<QuantityChange | undefined> {
  const query = ctx.db
    .select()
    .from(quantityChanges)
    .where(
      and(
        "subscriptionId" in by
          ? eq(quantityChanges.subscriptionId, by.subscriptionId)
          : eq(quantityChanges.paymentRequestId, by.paymentRequestId),
        eq(quantityChanges.state, "awaiting_payment"),
      ),
    )
    .limit(1)
  const [row] = lock === "update" ? await query.for("update") : await query
  return row
}
