import { and, eq, sql } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { divideHalfUp } from "#kit/money.ts"
import { isLineOf } from "./is-line-of.ts"
import type { InvoiceDetail } from "./queries.ts"
import { subscriptionPeriods, subscriptions } from "./subscription-tables.ts"
import { paymentRequests } from "./tables.ts"

/** Nobody buys more with one invoice. */
const MOST = 500

/** What the one paid for is what the other pays for: refunds, changes of plan and earned revenue go by it from now on. */
export async function movePaidTime(ctx: Context, from: InvoiceDetail, into: InvoiceDetail): Promise<void> {
  await ctx.db
    .update(subscriptions)
    .set({ firstInvoiceId: into.id })
    .where(and(eq(subscriptions.orderId, from.orderId ?? ""), eq(subscriptions.firstInvoiceId, from.id)))
  if (from.requestId) {
    await ctx.db
      .update(paymentRequests)
      .set({ invoiceId: into.id })
      .where(eq(paymentRequests.id, from.requestId))
  }
  const rows = await ctx.db
    .select({
      id: subscriptionPeriods.id,
      lineId: subscriptionPeriods.lineId,
      grossMinor: subscriptionPeriods.grossMinor,
      subscription: {
        id: subscriptions.id,
        priceId: subscriptions.priceId,
        orderItemId: subscriptions.orderItemId,
      },
    })
    .from(subscriptionPeriods)
    .innerJoin(
      subscriptions,
      and(
        eq(subscriptions.tenantId, subscriptionPeriods.tenantId),
        eq(subscriptions.id, subscriptionPeriods.subscriptionId),
      ),
    )
    .where(eq(subscriptionPeriods.invoiceId, from.id))
    .limit(MOST)
  if (rows.length === 0) return
  const moved = rows.map(({ id, lineId, grossMinor, subscription }) => {
    const at = from.lines.findIndex((line) => (lineId ? line.id === lineId : isLineOf(subscription, line)))
    const [old, line] = [from.lines[at], into.lines[at]]
    if (!old || !line || old.gross.minor === 0n) return { id, line: line?.id ?? null, gross: grossMinor }
    return { id, line: line.id, gross: divideHalfUp(grossMinor * line.gross.minor, old.gross.minor) }
  })
  await ctx.db.execute(sql`
    update ${subscriptionPeriods} as p set invoice_id = ${into.id}, gross_minor = m.gross,
      line_id = case when p.line_id is null then null else coalesce(m.line, p.line_id) end
    from unnest(${sql.param(moved.map(({ id }) => id))}::text[], ${sql.param(moved.map(({ gross }) => gross))}::bigint[],
      ${sql.param(moved.map(({ line }) => line))}::text[]) as m (id, gross, line)
    where p.id = m.id`)
}
