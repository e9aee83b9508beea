import { and, desc, eq, gt } from "drizzle-orm"
import { getAccount } from "#identity"
import type { Context, Reach } from "#kit/context.ts"
import { divideHalfUp, type Money, money, times } from "#kit/money.ts"
import { getRefundable } from "#payments"
import { getSettings, type TenantSettings } from "#tenancy"
import { listCreditableLines } from "./list-creditable-lines.ts"
import { restOf } from "./plan-credit.ts"
import { planRefund } from "./plan-refund.ts"
import type { Purchase } from "./plan-taking-back.ts"
import { getInvoice, type StoredLine } from "./queries.ts"
import type { Subscription } from "./subscription.ts"
import { subscriptionPeriods } from "./subscription-tables.ts"
import { findWithdrawal, housePolicy } from "./withdrawal-rules.ts"

const wholeHouse: Reach = { kind: "all" }
/** Three years of months, all paid in advance. */
const MOST_PURCHASES = 36

/** What a subscription was paid for and is not over yet, newest first, each with what the law and the house give. */
export async function listPurchases(
  ctx: Context,
  subscription: Subscription,
  today: Temporal.PlainDate,
): Promise<Purchase[]> {
  const settings = await getSettings(ctx)
  const { kind } = await getAccount(ctx, subscription.accountId)
  const rows = await ctx.db
    .select()
    .from(subscriptionPeriods)
    .where(and(eq(subscriptionPeriods.subscriptionId, subscription.id), gt(subscriptionPeriods.endOn, today)))
    .orderBy(desc(subscriptionPeriods.number))
    .limit(MOST_PURCHASES)
  const purchases: Purchase[] = []
  for (const row of rows) {
    const found = await readPurchase(ctx, {
      row,
      subscription,
      settings,
      today,
      isBusiness: kind === "business",
    })
    if (found) purchases.push(found)
  }
  return purchases
}

interface PurchaseFacts {
  readonly row: typeof subscriptionPeriods.$inferSelect
  readonly subscription: Subscription
  readonly settings: TenantSettings
  readonly today: Temporal.PlainDate
  readonly isBusiness: boolean
}

async function readPurchase(ctx: Context, facts: PurchaseFacts): Promise<Purchase | undefined> {
  const { row, subscription, settings } = facts
  // A period that nothing was paid for (a gift, a trial) brings nothing back.
  if (!row.invoiceId) return undefined
  const invoice = await getInvoice(ctx, wholeHouse, row.invoiceId)
  const lines = await listCreditableLines(ctx, wholeHouse, invoice.id)
  const isOf = (line: (typeof lines)[number]) =>
    line.subscriptionId === subscription.id || (!line.subscriptionId && line.priceId === subscription.priceId)
  const creditable = lines.find((line) => isOf(line) && restOf(line).minor > 0n)
  const line = invoice.lines.find(({ id }) => id === creditable?.id)
  if (!creditable || !line || !invoice.paidAt) return undefined
  const { currency } = invoice.total
  const onPayment = invoice.paymentAttemptId
    ? (await getRefundable(ctx, wholeHouse, invoice.paymentAttemptId)).minor
    : 0n
  const paid = money(row.grossMinor, currency)
  const list = listPrice(paid, line)
  const paidOn = invoice.paidAt.toZonedDateTimeISO(settings.timeZone).toPlainDate()
  const hasBegun = Temporal.PlainDate.compare(row.startOn, facts.today) <= 0
  const plan = planRefund({
    period: { start: row.startOn, end: row.endOn },
    paidOn,
    activatedOn: row.startOn,
    askedOn: facts.today,
    paid,
    list,
    refundable: money(least(restOf(creditable).minor, onPayment), currency),
    withdrawal: withdrawalOf(facts, paidOn),
    // What has not begun has used nothing up: all of it comes back, to a business as well.
    policy: {
      ...housePolicy,
      ...(hasBegun ? {} : { basis: "by_days" as const }),
      fee: money(0n, currency),
      cap: { numerator: 1n, denominator: 1n },
    },
  })
  const { id: periodId, number, startOn: start, endOn: end } = row
  return { periodId, number, start, end, paidOn, invoiceId: invoice.id, lineId: line.id, paid, list, plan }
}

function withdrawalOf({ settings, isBusiness }: PurchaseFacts, on: Temporal.PlainDate) {
  const rule = findWithdrawal({ country: settings.seller.country, on, isBusiness })
  return rule && { windowDays: rule.windowDays, basis: "by_days" as const }
}

/** What it would have cost without discounts, in the same proportion as the line's own list price. */
function listPrice(paid: Money, { reason }: StoredLine): Money {
  const listUnit = reason.facts?.["listUnitMinor"]
  if (!listUnit || reason.unit.minor === 0n) return paid
  const list = times(money(BigInt(listUnit), paid.currency), paid.minor)
  return money(divideHalfUp(list.minor, reason.unit.minor), paid.currency)
}

function least(...values: readonly bigint[]): bigint {
  return values.reduce((low, value) => (value < low ? value : low))
}
