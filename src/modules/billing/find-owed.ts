import { and, asc, eq, lte, sql } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { type Money, money } from "#kit/money.ts"
import { subscriptionPeriods } from "./subscription-tables.ts"
import { invoices } from "./tables.ts"

/** An invoice that came first and pays for a subscription's time: the one that is due soonest. */
export interface Owed {
  readonly invoiceId: string
  readonly requestId: string | null
  readonly number: string
  readonly dueOn: Temporal.PlainDate
  readonly left: Money
}

const MOST_AT_ONCE = 5_000

/** By subscription what it owes, of these or of all, due by a day. What is paid before owes nothing and isn't here. */
export async function findOwed(
  ctx: Context,
  of: { readonly subscriptionIds?: readonly string[]; readonly dueBy?: Temporal.PlainDate },
): Promise<ReadonlyMap<string, Owed>> {
  if (of.subscriptionIds?.length === 0) return new Map()
  const rows = await ctx.db
    .select({
      subscriptionId: subscriptionPeriods.subscriptionId,
      invoiceId: invoices.id,
      requestId: invoices.requestId,
      number: invoices.number,
      dueOn: invoices.dueOn,
      totalMinor: invoices.totalMinor,
      creditedMinor: invoices.creditedMinor,
      currency: invoices.currency,
    })
    .from(invoices)
    .innerJoin(
      subscriptionPeriods,
      and(
        eq(subscriptionPeriods.tenantId, invoices.tenantId),
        eq(subscriptionPeriods.invoiceId, invoices.id),
      ),
    )
    .where(
      and(
        eq(invoices.state, "open"),
        of.dueBy ? lte(invoices.dueOn, of.dueBy) : undefined,
        of.subscriptionIds
          ? sql`${subscriptionPeriods.subscriptionId} = any(${sql.param([...of.subscriptionIds])}::text[])`
          : undefined,
      ),
    )
    .orderBy(asc(invoices.dueOn), asc(invoices.id))
    .limit(MOST_AT_ONCE)
  const owed = new Map<string, Owed>()
  for (const { subscriptionId, dueOn, totalMinor, creditedMinor, currency, ...invoice } of rows) {
    if (!dueOn || owed.has(subscriptionId)) continue
    owed.set(subscriptionId, { ...invoice, dueOn, left: money(totalMinor - creditedMinor, currency) })
  }
  return owed
}
