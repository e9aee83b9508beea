import { and, eq, inArray } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { isLineOf } from "./is-line-of.ts"
import type { InvoiceDetail } from "./queries.ts"
import { subscriptionPeriods, subscriptions } from "./subscription-tables.ts"

export interface LineTime {
  readonly start: Temporal.PlainDate
  /** The first day after it. */
  readonly end: Temporal.PlainDate
}

/**
 * A first invoice is issued when it is paid, before anybody knows the day on which its things stand: its lines carry no
 * period, and never will. By line what they turned out to pay for, once all pieces of a line have begun, on one day. What
 * another invoice stands in the place of paid for the same.
 */
export async function listFirstPeriods(
  ctx: Context,
  invoice: Pick<InvoiceDetail, "id" | "orderId" | "lines">,
  replacedById: string | null,
): Promise<ReadonlyMap<string, LineTime>> {
  const open = invoice.lines.filter((line) => !line.periodStart && line.reason.cycle !== null)
  if (open.length === 0 || !invoice.orderId) return new Map()
  const ids = replacedById ? [invoice.id, replacedById] : [invoice.id]
  const rows = await ctx.db
    .select({
      id: subscriptions.id,
      priceId: subscriptions.priceId,
      orderItemId: subscriptions.orderItemId,
      start: subscriptionPeriods.startOn,
      end: subscriptionPeriods.endOn,
    })
    .from(subscriptions)
    .leftJoin(
      subscriptionPeriods,
      and(
        eq(subscriptionPeriods.tenantId, subscriptions.tenantId),
        eq(subscriptionPeriods.subscriptionId, subscriptions.id),
        eq(subscriptionPeriods.number, 1),
      ),
    )
    // By the order, for which there is an index: an agreement's first invoice is its order's.
    .where(and(eq(subscriptions.orderId, invoice.orderId), inArray(subscriptions.firstInvoiceId, ids)))
    .limit(500)
  return new Map(
    open.flatMap((line) => {
      const [first, ...others] = rows.filter((row) => isLineOf(row, line))
      if (!first?.start || !first.end) return []
      const { start, end } = first
      const isOne = others.every((one) => one.start?.equals(start) && one.end?.equals(end))
      return isOne ? [[line.id, { start, end }] as const] : []
    }),
  )
}
