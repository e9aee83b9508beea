import { and, asc, eq, isNotNull } from "drizzle-orm"
import { agreesInTime, priceCycles } from "#billing"
import type { Context, Reach } from "#kit/context.ts"
import { money, toWire, type WireMoney } from "#kit/money.ts"
import type { Language } from "#kit/refusal.ts"
import { MOST_CART_LINES } from "./cart.ts"
import { orderItems, orderRows } from "./tables.ts"

export interface OrderedTrial {
  readonly words: string
  readonly days: number
  /** How many of them a coupon added. */
  readonly longer: { readonly code: string; readonly days: number } | null
  /** What its first cycle costs when it is over. */
  readonly price: WireMoney
  /** By the saved method that was agreed on, unless its payer will have to agree anew. */
  readonly isCharged: boolean
}

/** What of an order is tried first, for the paper that the customer keeps. */
export async function listOrderedTrials(
  ctx: Context,
  _reach: Reach,
  orderId: string,
  language: Language,
): Promise<OrderedTrial[]> {
  const rows = await ctx.db
    .select({
      item: orderItems,
      accountId: orderRows.accountId,
      agreement: orderRows.agreement,
      currency: orderRows.currency,
    })
    .from(orderItems)
    .innerJoin(
      orderRows,
      and(eq(orderRows.tenantId, orderItems.tenantId), eq(orderRows.id, orderItems.orderId)),
    )
    .where(and(eq(orderItems.orderId, orderId), isNotNull(orderItems.trial)))
    .orderBy(asc(orderItems.id))
    .limit(MOST_CART_LINES)
  const trials: OrderedTrial[] = []
  for (const { item, accountId, agreement, currency } of rows) {
    const { trial, planId, planName, hostname, discounts } = item
    if (!trial) continue
    const each = priceCycles({ planId, unit: money(item.unitMinor, currency), discounts }, 0, 1)
    const agreed = trial.asksMethod && agreement.trial ? agreement.trial.agreedAt : undefined
    const at = agreed === undefined ? undefined : Temporal.Instant.from(agreed)
    trials.push({
      words: `${planName[language]} · ${hostname}`,
      days: trial.days,
      longer: trial.longer ?? null,
      price: toWire(each),
      isCharged: at !== undefined && (await agreesInTime(ctx, { accountId, days: trial.days, at })),
    })
  }
  return trials
}
