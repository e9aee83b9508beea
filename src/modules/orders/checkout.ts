import { eq } from "drizzle-orm"
import { recordAudit } from "#audit"
import { issueOnTerms, requestPayment } from "#billing"
import { holdStock, keepDiscount, redeemCoupons } from "#catalog"
import { type ConsentWish, createAccount, getAccount, requestSignUp } from "#identity"
import type { Context } from "#kit/context.ts"
import { announce } from "#kit/events/announce.ts"
import { fromWire, isSame, type Money, money, toWire, type WireMoney } from "#kit/money.ts"
import type { Language } from "#kit/refusal.ts"
import { spellAmount } from "#kit/spelling.ts"
import { noteReferral } from "#referrals"
import { ensureAccountChecks, refuseUnanswered, saveTaxPlace } from "#tax"
import type { Cart, CartLine } from "./cart.ts"
import type { CouponEffect } from "./discount-items.ts"
import { orderRefusals } from "./errors.ts"
import { orderPlaced } from "./events.ts"
import { listUnitOf, partsOf } from "./item-parts.ts"
import { orderNumber, TERMS_VERSION } from "./order.ts"
import { planOrderLines } from "./order-lines.ts"
import { type DiscountedCart, priceCart } from "./price-cart.ts"
import { getOrder, hasOrderedBefore, lockCart, type OrderView } from "./queries.ts"
import { refuseTrials } from "./refuse-trials.ts"
import { carts, orderItems, orderRows } from "./tables.ts"

export interface CheckoutWish {
  readonly cartToken: string
  /** A visitor's account to be. */
  readonly person?: BuyerWish | undefined
  readonly country: string
  readonly region?: string | undefined
  readonly company?: string | undefined
  readonly taxId?: string | undefined
  readonly language: Language
  /** The total that was on the screen. */
  readonly totalShown?: WireMoney | undefined
  readonly referralCode?: string | undefined
  /** What its payer agrees to have charged when a trial is over. */
  readonly trial?: { readonly methodId: string } | undefined
}

export interface BuyerWish {
  readonly name: string
  readonly email: string
  /** The password comes hashed, because hashing must not hold a transaction. */
  readonly passwordHash: string
  readonly phone?: string | undefined
  readonly consents: ConsentWish
}

/** Turns the cart into an order to be paid. The same cart twice gives the same order. */
export async function checkout(ctx: Context, wish: CheckoutWish): Promise<OrderView> {
  const cart = await lockCart(ctx, { kind: "all" }, wish.cartToken)
  if (cart.orderId) return getOrder(ctx, { kind: "all" }, cart.orderId)
  const { items: wanted, effects } = await priceWhole(ctx, cart)
  const items = wanted.map((one) => ({ ...one, orderItemId: ctx.newId("oit") }))
  await refuseTrials(ctx, items, wish.trial?.methodId)
  const accountId = await accountOf(ctx, wish)
  await noteNewcomer(ctx, accountId, wish.referralCode)
  const orderId = ctx.newId("ord")
  const lines = items.flatMap((one) => planOrderLines(one, wish.language))
  // What is tried first is paid later: an order of nothing else asks for nothing.
  const request =
    lines.length > 0
      ? await requestPayment(ctx, { accountId, orderId, currency: cart.currency, lines })
      : undefined
  const total = request?.total ?? money(0n, cart.currency)
  refuseOtherTotal(wish, total)
  await holdStock(ctx, {
    reference: orderId,
    items: items.map(({ plan, item: { quantity } }) => ({ plan, quantity })),
  })
  await useCoupons(ctx, { orderId, accountId, effects })
  const requestId = request?.id ?? null
  await writeOrder(ctx, { cart, items, accountId, orderId, wish, requestId, total })
  if (requestId) await issueOnTerms(ctx, { requestId, accountId })
  await announce(ctx, orderPlaced, { orderId, accountId, paymentRequestId: requestId })
  await recordAudit(ctx, {
    act: "orders.placed",
    subjectId: orderId,
    accountId,
    after: { total: toWire(total) },
  })
  return getOrder(ctx, { kind: "all" }, orderId)
}

/** All of it or nothing: what can't be had, or a coupon that doesn't count any more, is said before anything is owed. */
async function priceWhole(ctx: Context, cart: Cart): Promise<DiscountedCart> {
  const whole = await priceCart(ctx, cart)
  const [gone] = whole.gone
  if (gone) throw gone.refusal
  if (whole.items.length === 0) orderRefusals.refuse("orders.cart_empty")
  const lost = whole.coupons.find(({ refusal }) => refusal && !yielding.has(refusal.code))
  if (lost?.refusal) throw lost.refusal
  return whole
}

/** Another coupon does more for the customer: this one is simply not used. */
const yielding: ReadonlySet<string> = new Set(["orders.coupon_not_better", "orders.coupon_not_longer"])

async function useCoupons(
  ctx: Context,
  wish: { readonly orderId: string; readonly accountId: string; readonly effects: readonly CouponEffect[] },
): Promise<void> {
  const { orderId, accountId, effects } = wish
  if (effects.length === 0) return
  const { country } = await getAccount(ctx, accountId)
  const asksForNew = effects.some(({ coupon }) => coupon.isForNewCustomers)
  const isNewCustomer = asksForNew && !(await hasOrderedBefore(ctx, { kind: "all" }, accountId))
  await redeemCoupons(ctx, { orderId, accountId, country, isNewCustomer, uses: effects })
}

/** Who has ordered before came by themselves. */
async function noteNewcomer(ctx: Context, accountId: string, code: string | undefined): Promise<void> {
  if (!code || (await hasOrderedBefore(ctx, { kind: "all" }, accountId))) return
  await noteReferral(ctx, { accountId, code })
}

/** First figure is last figure: nobody owes a total that was not on the screen. The refusal takes all of it back. */
function refuseOtherTotal({ totalShown, language }: CheckoutWish, total: Money): void {
  if (totalShown === undefined || isSame(fromWire(totalShown), total)) return
  const facts = { total: spellAmount(toWire(total), language), shown: totalShown.minor }
  orderRefusals.refuse("orders.total_changed", facts)
}

/** A stranger's order hangs on an account of its own, which is theirs once they have confirmed the address. */
async function accountOf(ctx: Context, wish: CheckoutWish): Promise<string> {
  if (ctx.actor.kind === "customer" && ctx.actor.accountIds[0]) return ctx.actor.accountIds[0]
  if (!wish.person) return orderRefusals.refuse("orders.person_needed", {}, { field: "person/email" })
  const { person, country, company, taxId, language } = wish
  await refuseUnanswered(ctx, { country, taxId })
  const { name, email } = person
  const accountId = await createAccount(ctx, { name, email, country, company, taxId, language })
  await saveTaxPlace(ctx, { accountId, region: wish.region ?? "" })
  await ensureAccountChecks(ctx, accountId)
  // Known or not, the answer is this one: the mail tells the owner of the address what to do.
  await requestSignUp(ctx, { ...person, country, language, accountId, fieldsBelow: "person/" })
  return accountId
}

interface OrderFacts {
  readonly cart: Cart
  readonly items: readonly (CartLine & { readonly orderItemId: string })[]
  readonly accountId: string
  readonly orderId: string
  readonly wish: CheckoutWish
  readonly requestId: string | null
  readonly total: Money
}

async function writeOrder(ctx: Context, facts: OrderFacts): Promise<void> {
  const { cart, items, accountId, orderId, wish, requestId, total } = facts
  const now = ctx.clock.now()
  await ctx.db.insert(orderRows).values({
    id: orderId,
    number: orderNumber(orderId),
    accountId,
    accountName: (await getAccount(ctx, accountId)).name,
    state: "awaiting_payment",
    currency: cart.currency,
    totalMinor: total.minor,
    paymentRequestId: requestId,
    needsApproval: items.some(({ plan }) => plan.needsApproval),
    language: wish.language,
    agreement: {
      termsVersion: TERMS_VERSION,
      acceptedAt: now.toString(),
      totalShown: toWire(total),
      ...(wish.trial ? { trial: { methodId: wish.trial.methodId, agreedAt: now.toString() } } : {}),
    },
    createdAt: now,
  })
  await ctx.db.insert(orderItems).values(
    items.map(({ orderItemId, item, plan, chosen, off, trial }) => ({
      id: orderItemId,
      orderId,
      planId: plan.planId,
      versionId: plan.versionId,
      priceId: plan.priceId,
      planName: plan.planName,
      cycle: plan.cycle,
      locationId: item.locationId,
      imageId: item.imageId,
      hostname: item.hostname,
      quantity: item.quantity,
      unitMinor: listUnitOf({ plan, chosen }).minor,
      parts: partsOf({ plan, chosen }),
      discounts: off.map(({ coupon, amount }) => ({
        ...keepDiscount(coupon, cart.currency),
        minor: amount.minor.toString(),
      })),
      trial,
    })),
  )
  await ctx.db.update(carts).set({ orderId }).where(eq(carts.id, cart.id))
}
