import { and, eq } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { orderRows } from "./tables.ts"

/** The papers of an order were put right: it is paid by the invoice that stands in the other's place. */
export async function followReissue(
  ctx: Context,
  fact: { readonly orderId: string | null; readonly invoiceId: string; readonly replacedId: string },
): Promise<void> {
  if (!fact.orderId) return
  await ctx.db
    .update(orderRows)
    .set({ invoiceId: fact.invoiceId })
    .where(and(eq(orderRows.id, fact.orderId), eq(orderRows.invoiceId, fact.replacedId)))
}
