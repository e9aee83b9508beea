import { and, desc, eq, gt } from "drizzle-orm"
import { findProductOf } from "#catalog"
import { getAccount } from "#identity"
import type { Context } from "#kit/context.ts"
import { type Currency, divideHalfUp, type Money, money, sum, times } from "#kit/money.ts"
import { getSettings, type TenantSettings } from "#tenancy"
import { getRefundPolicy } from "./get-refund-policy.ts"
import { listPurchasePayments } from "./list-purchase-payments.ts"
import { readRefundPolicy, type StoredRefundPolicy } from "./money-back.ts"
import { paperTax } from "./paper-tax.ts"
import { planRefund, type RefundPolicy } from "./plan-refund.ts"
import type { Purchase } from "./plan-taking-back.ts"
import { priceCycles } from "./price-cycles.ts"
import type { StoredLine } from "./queries.ts"
import type { Subscription } from "./subscription.ts"
import { subscriptionPeriods } from "./subscription-tables.ts"
import { withTax } from "./with-tax.ts"
import { findWithdrawal } from "./withdrawal-rules.ts"

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
  const policy = await getRefundPolicy(ctx, await findProductOf(ctx, { kind: "all" }, subscription.planId))
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
      policy,
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
  readonly policy: StoredRefundPolicy
}

async function readPurchase(ctx: Context, facts: PurchaseFacts): Promise<Purchase | undefined> {
  const { row, subscription, settings } = facts
  const found = await listPurchasePayments(ctx, subscription, row)
  if (!found?.invoice.paidAt) return undefined
  const { invoice, line, payments } = found
  const { currency } = invoice.total
  // Changed to another plan, its days are worth what that plan costs: the difference was paid or given back.
  const tax = paperTax(invoice, line)
  const paid = row.changedOn ? fullPrice(facts, tax) : money(row.grossMinor, currency)
  const list = row.changedOn ? fullPrice(facts, tax, { isList: true }) : listPrice(paid, line)
  const paidOn = (invoice.paidAt as Temporal.Instant).toZonedDateTimeISO(settings.timeZone).toPlainDate()
  const hasBegun = Temporal.PlainDate.compare(row.startOn, facts.today) <= 0
  const plan = planRefund({
    period: { start: row.startOn, end: row.endOn },
    paidOn,
    activatedOn: row.startOn,
    askedOn: facts.today,
    paid,
    list,
    refundable: sum(
      currency,
      payments.map(({ left }) => left),
    ),
    withdrawal: withdrawalOf(facts, paidOn),
    policy: policyOf(facts, { currency, hasBegun }),
  })
  const { id: periodId, number, startOn: start, endOn: end } = row
  return { periodId, number, start, end, paidOn, payments, paid, list, plan }
}

/** What has not begun has used nothing up: all of it comes back, to a business as well, without a fee. */
function policyOf(
  { policy }: PurchaseFacts,
  { currency, hasBegun }: { readonly currency: Currency; readonly hasBegun: boolean },
): RefundPolicy {
  const given = readRefundPolicy(policy, currency)
  if (hasBegun) return given
  return { ...given, basis: "by_days", fee: money(0n, currency), cap: { numerator: 1n, denominator: 1n } }
}

function withdrawalOf({ settings, isBusiness }: PurchaseFacts, on: Temporal.PlainDate) {
  const rule = findWithdrawal({ country: settings.seller.country, on, isBusiness })
  return rule && { windowDays: rule.windowDays, basis: "by_days" as const }
}

/**
 * What its days cost by the plan that they belong to now, taxed as they were bought; as a list price before coupons, as
 * far as that is known.
 */
function fullPrice(
  { row, subscription }: PurchaseFacts,
  tax: ReturnType<typeof paperTax>,
  { isList = false } = {},
): Money {
  if (row.worthMinor !== null) return withTax(money(row.worthMinor, subscription.unit.currency), tax)
  const priced = isList ? { ...subscription, discounts: [] } : subscription
  const each = priceCycles(priced, row.number - 1, row.cycles, row.share)
  return withTax(times(each, BigInt(subscription.quantity)), tax)
}

/** What it would have cost without discounts, in the same proportion as the line's own list price. */
function listPrice(paid: Money, { reason }: StoredLine): Money {
  const listUnit = reason.facts?.["listUnitMinor"]
  if (!listUnit || reason.unit.minor === 0n) return paid
  const list = times(money(BigInt(listUnit), paid.currency), paid.minor)
  return money(divideHalfUp(list.minor, reason.unit.minor), paid.currency)
}
