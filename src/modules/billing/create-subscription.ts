import { eq } from "drizzle-orm"
import { recordAudit } from "#audit"
import { getSellablePlan } from "#catalog"
import { getAccount } from "#identity"
import { type Context, type Reach, within } from "#kit/context.ts"
import { announce } from "#kit/events/announce.ts"
import { type Currency, isSame, type Money, toWire } from "#kit/money.ts"
import { findChargeableMethod } from "#payments"
import { getSettings } from "#tenancy"
import { agreementRefusals } from "./agreement-errors.ts"
import { billingRefusals } from "./errors.ts"
import { subscriptionSetUp } from "./events.ts"
import { findBillingDay } from "./find-billing-day.ts"
import { getSubscription } from "./get-subscription.ts"
import { issueOnTerms } from "./issue-on-terms.ts"
import type { PaymentRequest } from "./payment-request.ts"
import { later } from "./period.ts"
import { columnsOf, type QuantityBounds } from "./quantity.ts"
import { readBounds } from "./read-bounds.ts"
import { planRenewalLines } from "./renewal-lines.ts"
import { requestPayment } from "./request-payment.ts"
import { type Collection, type Cycle, isAwaited, type Subscription } from "./subscription.ts"
import { subscriptions } from "./subscription-tables.ts"

export interface SubscriptionWish {
  readonly accountId: string
  readonly planId: string
  readonly cycle: Exclude<Cycle, "hourly" | "one_time">
  readonly currency: Currency
  /** For one cycle and one piece, as prices are shown; none: the catalogue's. */
  readonly price?: Money | undefined
  readonly reason?: string | undefined
  readonly quantity: number
  readonly quantityBounds?: QuantityBounds | null | undefined
  readonly label?: string | undefined
  readonly startsOn?: Temporal.PlainDate | undefined
  readonly collection: Collection
  readonly methodId?: string | undefined
  readonly memo?: string | null | undefined
  readonly purchaseOrder?: string | null | undefined
}

const MOST_DAYS_AHEAD = 366
/** So long a customer has at least, also where its time is to begin before. */
const DAYS_TO_PAY = 7

/**
 * Staff agree with a customer on something that nobody builds here: an agreement on its own. Its first time is asked for
 * at once and always paid by the customer, for paying is how they agree; the saved method is for the times after it.
 */
export async function createSubscription(ctx: Context, wish: SubscriptionWish): Promise<Subscription> {
  const today = ctx.clock.today((await getSettings(ctx)).timeZone)
  const startsOn = readStart(wish, today)
  const id = ctx.newId("sub")
  await open(ctx, { id, wish, startsOn })
  const request = await askFirst(ctx, await getSubscription(ctx, wholeHouse, id, "update"), today)
  await ctx.db.update(subscriptions).set({ requestId: request.id }).where(eq(subscriptions.id, id))
  const { accountId } = wish
  await announce(ctx, subscriptionSetUp, { subscriptionId: id, accountId, requestId: request.id })
  await issueOnTerms(ctx, { requestId: request.id, accountId })
  return getSubscription(ctx, within(ctx.actor), id)
}

const wholeHouse: Reach = { kind: "all" }

function readStart({ startsOn }: SubscriptionWish, today: Temporal.PlainDate): Temporal.PlainDate {
  const start = startsOn ?? today
  const last = today.add({ days: MOST_DAYS_AHEAD })
  const isWithin =
    Temporal.PlainDate.compare(start, today) >= 0 && Temporal.PlainDate.compare(start, last) <= 0
  return isWithin ? start : agreementRefusals.refuse("billing.start_when", {}, { field: "startsOn" })
}

async function open(
  ctx: Context,
  of: { readonly id: string; readonly wish: SubscriptionWish; readonly startsOn: Temporal.PlainDate },
): Promise<void> {
  const { id, wish, startsOn } = of
  const { accountId, cycle, currency, quantity, label, collection } = wish
  const { name, company } = await getAccount(ctx, accountId)
  const plan = await getSellablePlan(ctx, { planId: wish.planId, cycle, currency })
  const unit = readPrice(wish, plan.unit)
  const now = ctx.clock.now()
  const words = (text: string) => (label ? `${text} · ${label}` : text)
  await ctx.db.insert(subscriptions).values({
    id,
    accountId,
    accountName: company ?? name,
    subject: id,
    planId: plan.planId,
    versionId: plan.versionId,
    priceId: plan.priceId,
    words: { en: words(plan.planName.en), ko: words(plan.planName.ko) },
    currency,
    unitMinor: unit.minor,
    nextMinor: unit.minor,
    quantity,
    ...columnsOf(readBounds(wish.quantityBounds)),
    cycle,
    state: "pending",
    collection,
    methodId: await methodOf(ctx, wish),
    memo: wish.memo || null,
    purchaseOrder: wish.purchaseOrder || null,
    anchorOn: startsOn,
    periodStart: startsOn,
    periodEnd: startsOn,
    billingDay: await findBillingDay(ctx, wholeHouse, accountId),
    paidAt: now,
    createdAt: now,
  })
  await recordAudit(ctx, {
    act: "billing.subscription-set-up",
    subjectId: id,
    accountId,
    reason: isSame(unit, plan.unit) ? null : (wish.reason ?? null),
    after: {
      planId: plan.planId,
      cycle,
      quantity,
      unit: toWire(unit),
      listUnit: toWire(plan.unit),
      startsOn: startsOn.toString(),
      collection,
    },
  })
}

/** Another price than the catalogue's wants a reason that is kept. */
function readPrice({ price, currency, reason }: SubscriptionWish, list: Money): Money {
  if (!price) return list
  if (price.currency !== currency || price.minor <= 0n) {
    agreementRefusals.refuse("billing.agreed_price_wrong", {}, { field: "price" })
  }
  if (!isSame(price, list) && !reason) {
    agreementRefusals.refuse("billing.agreed_price_reason", {}, { field: "reason" })
  }
  return price
}

async function methodOf(ctx: Context, wish: SubscriptionWish): Promise<string | null> {
  if (wish.collection === "manual") return null
  const { accountId, methodId } = wish
  const method = await findChargeableMethod(ctx, wholeHouse, { accountId, methodId })
  return method
    ? method.id
    : billingRefusals.refuse("billing.no_method_to_charge", { accountId }, { field: "collection" })
}

async function askFirst(ctx: Context, one: Subscription, today: Temporal.PlainDate): Promise<PaymentRequest> {
  if (!isAwaited(one)) throw new Error(`${one.id} was just set up and waits for nothing.`)
  const { accountId, purchaseOrder } = one
  const { language } = await getAccount(ctx, accountId)
  return requestPayment(ctx, {
    accountId,
    orderId: null,
    purpose: "manual",
    currency: one.unit.currency,
    dueOn: later(one.periodEnd, today.add({ days: DAYS_TO_PAY })),
    lines: planRenewalLines([one], 1, language),
    purchaseOrder,
  })
}
