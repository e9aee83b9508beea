import { and, eq } from "drizzle-orm"
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
 * period, and never will. By line what they turned out to pay for, once all pieces of a line have begun on one day.
 */
export async function listFirstPeriods(
  ctx: Context,
  invoice: Pick<InvoiceDetail, "id" | "lines">,
): Promise<ReadonlyMap<string, LineTime>> {
  const open = invoice.lines.filter((line) => !line.periodStart && line.reason.cycle !== null)
  if (open.length === 0) return new Map()
  const rows = await ctx.db
    .select({
      id: subscriptions.id,
      priceId: subscriptions.priceId,
      orderItemId: subscriptions.orderItemId,
      start: subscriptionPeriods.startOn,
      end: subscriptionPeriods.endOn,
    })
    .from(subscriptionPeriods)
    .innerJoin(
      subscriptions,
      and(
        eq(subscriptions.tenantId, subscriptionPeriods.tenantId),
        eq(subscriptions.id, subscriptionPeriods.subscriptionId),
      ),
    )
    .where(and(eq(subscriptionPeriods.invoiceId, invoice.id), eq(subscriptionPeriods.number, 1)))
    .limit(500)
  return new Map(
    open.flatMap((line) => {
      const [first, ...others] = rows.filter((row) => isLineOf(row, line))
      const isOne =
        first && others.every(({ start, end }) => start.equals(first.start) && end.equals(first.end))
      return isOne ? [[line.id, { start: first.start, end: first.end }] as const] : []
    }),
  )
}
