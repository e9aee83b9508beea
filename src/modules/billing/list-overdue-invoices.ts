import { and, asc, eq, gt, gte, inArray, lte } from "drizzle-orm"
import type { Context, Reach } from "#kit/context.ts"
import { type Money, money } from "#kit/money.ts"
import { subscriptionPeriods, subscriptions } from "./subscription-tables.ts"
import { invoices } from "./tables.ts"

export interface OverdueInvoice {
  readonly id: string
  readonly number: string
  readonly accountId: string
  readonly dueOn: Temporal.PlainDate
  readonly left: Money
  /** Staff wait for a payment that was promised for something it pays for. */
  readonly isPromised: boolean
}

/** Invoices on terms that were due by a day and are not paid, by their ids. */
export async function listOverdueInvoices(
  ctx: Context,
  reach: Reach,
  of: {
    readonly dueBy: Temporal.PlainDate
    readonly dueAfter: Temporal.PlainDate
    readonly today: Temporal.PlainDate
    readonly after: string
    readonly limit: number
    /** That one alone. */
    readonly id?: string
  },
): Promise<OverdueInvoice[]> {
  const rows = await ctx.db
    .select()
    .from(invoices)
    .where(
      and(
        eq(invoices.state, "open"),
        lte(invoices.dueOn, of.dueBy),
        gt(invoices.dueOn, of.dueAfter),
        gt(invoices.id, of.after),
        of.id === undefined ? undefined : eq(invoices.id, of.id),
        reach.kind === "accounts" ? inArray(invoices.accountId, [...reach.accountIds]) : undefined,
      ),
    )
    .orderBy(asc(invoices.id))
    .limit(of.limit)
  const promised = await ctx.db
    .selectDistinct({ invoiceId: subscriptionPeriods.invoiceId })
    .from(subscriptionPeriods)
    .innerJoin(
      subscriptions,
      and(
        eq(subscriptions.tenantId, subscriptionPeriods.tenantId),
        eq(subscriptions.id, subscriptionPeriods.subscriptionId),
      ),
    )
    .where(
      and(
        inArray(
          subscriptionPeriods.invoiceId,
          rows.map(({ id }) => id),
        ),
        gte(subscriptions.graceUntil, of.today),
      ),
    )
    .limit(of.limit)
  const waitedFor = new Set(promised.map(({ invoiceId }) => invoiceId))
  return rows.flatMap(({ id, number, accountId, dueOn, totalMinor, creditedMinor, currency }) =>
    dueOn
      ? [
          {
            id,
            number,
            accountId,
            dueOn,
            left: money(totalMinor - creditedMinor, currency),
            isPromised: waitedFor.has(id),
          },
        ]
      : [],
  )
}
