import { recordAudit } from "#audit"
import { getAccount } from "#identity"
import type { Context } from "#kit/context.ts"
import { type Money, toWire } from "#kit/money.ts"
import type { Say } from "#kit/refusal.ts"
import { findBillingDay } from "./find-billing-day.ts"
import { hasPeriods } from "./period.ts"
import { type KeptDiscount, priceCycle } from "./price-cycles.ts"
import type { PricePart } from "./price-parts.ts"
import type { Cycle } from "./subscription.ts"
import { subscriptions } from "./subscription-tables.ts"

export interface NewSubscription {
  readonly accountId: string
  /** The id of what it pays for. */
  readonly subject: string
  readonly orderId: string | null
  /** Which line of that order, where several are of one plan. */
  readonly orderItemId?: string | null
  readonly planId: string
  readonly versionId: string
  readonly priceId: string
  /** What the lines of its papers say, without the period. */
  readonly words: Say
  /** For one cycle and one piece, before discounts. */
  readonly unit: Money
  /** What the unit is made of; none: the plan alone. */
  readonly parts?: readonly PricePart[]
  readonly discounts: readonly KeptDiscount[]
  readonly cycle: Cycle
  /** When its first period was paid, and by which invoice. */
  readonly paidAt: Temporal.Instant
  readonly firstInvoiceId: string | null
  /** To be tried before the first payment. */
  readonly trial?: {
    readonly days: number
    /** How many of those days a coupon added. */
    readonly longer?: { readonly code: string; readonly days: number } | undefined
    /** What is charged after it, and when its payer agreed to that; null: it is paid by hand, or ends. */
    readonly methodId: string | null
    readonly consentedAt: Temporal.Instant | null
  } | null
}

/** Something was bought and is being delivered: its agreement waits for it to stand. Told twice, it is opened once. */
export async function openSubscription(ctx: Context, wish: NewSubscription): Promise<void> {
  if (!hasPeriods(wish.cycle)) return
  const id = ctx.newId("sub")
  const { unit, discounts, trial = null, parts = [], ...rest } = wish
  const { name, company } = await getAccount(ctx, wish.accountId)
  const opened = await ctx.db
    .insert(subscriptions)
    .values({
      id,
      ...rest,
      accountName: company ?? name,
      currency: unit.currency,
      unitMinor: unit.minor,
      parts: [...parts],
      discounts: [...discounts],
      nextMinor: priceCycle(wish, 0).charged.minor,
      quantity: 1,
      state: "pending",
      // Whether it may be charged is decided when the trial's end is known.
      collection: "manual",
      methodId: trial?.methodId ?? null,
      billingDay: await findBillingDay(ctx, { kind: "all" }, wish.accountId),
      trialDays: trial?.days ?? null,
      trialLonger: trial?.longer ?? null,
      trialConsentAt: trial?.consentedAt ?? null,
      createdAt: ctx.clock.now(),
    })
    .onConflictDoNothing({ target: [subscriptions.tenantId, subscriptions.subject] })
    .returning({ id: subscriptions.id })
  if (opened.length === 0) return
  await recordAudit(ctx, {
    act: "billing.subscription-opened",
    subjectId: id,
    accountId: wish.accountId,
    after: {
      subject: wish.subject,
      cycle: wish.cycle,
      unit: toWire(unit),
      trialDays: trial?.days ?? null,
      ...(trial?.longer ? { trialLonger: trial.longer } : {}),
    },
  })
}
