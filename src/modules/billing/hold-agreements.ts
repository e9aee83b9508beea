import { and, asc, eq, inArray } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import type { InvoiceDetail } from "./queries.ts"
import { subscriptionPeriods, subscriptions } from "./subscription-tables.ts"

/** Nobody buys more with one invoice. */
const MOST = 500

/** Its agreements are held, so that none begins, ends or is taken back meanwhile. Before the request and the invoice, as there. */
export async function holdAgreements(
  ctx: Context,
  { id, orderId, lines }: Pick<InvoiceDetail, "id" | "orderId" | "lines">,
): Promise<void> {
  const named = lines.flatMap(({ subscriptionId }) => subscriptionId ?? [])
  const periods = await ctx.db
    .select({ id: subscriptionPeriods.subscriptionId })
    .from(subscriptionPeriods)
    .where(eq(subscriptionPeriods.invoiceId, id))
    .limit(MOST)
  const first = await ctx.db
    .select({ id: subscriptions.id })
    .from(subscriptions)
    // By the order, for which there is an index: an agreement's first invoice is its order's.
    .where(and(eq(subscriptions.orderId, orderId ?? ""), eq(subscriptions.firstInvoiceId, id)))
    .limit(MOST)
  const ids = [...new Set([...named, ...periods.map((one) => one.id), ...first.map((one) => one.id)])]
  if (ids.length === 0) return
  await ctx.db
    .select({ id: subscriptions.id })
    .from(subscriptions)
    .where(inArray(subscriptions.id, ids))
    .orderBy(asc(subscriptions.id))
    .limit(ids.length)
    .for("update")
}
