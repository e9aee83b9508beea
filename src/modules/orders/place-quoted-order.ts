import { recordAudit } from "#audit"
import { type DocumentLineInput, issueOnTerms, requestPayment } from "#billing"
import { getSellablePlan, holdStock } from "#catalog"
import type { prepaidCycles } from "#catalog/contract"
import { getAccount } from "#identity"
import type { Context } from "#kit/context.ts"
import { announce } from "#kit/events/announce.ts"
import { type Currency, type Money, toWire } from "#kit/money.ts"
import type { Say } from "#kit/refusal.ts"
import { orderPlaced } from "./events.ts"
import { orderNumber, TERMS_VERSION } from "./order.ts"
import { orderItems, orderRows } from "./tables.ts"

/** A plan as it was quoted: that version at that price, whatever is sold by now. */
export interface QuotedItem {
  readonly planId: string
  readonly versionId: string
  readonly priceId: string
  readonly planName: Say
  readonly cycle: (typeof prepaidCycles)[number]
  readonly locationId: string
  readonly imageId: string
  readonly hostname: string
  readonly quantity: number
  /** For one cycle and one piece. */
  readonly unit: Money
}

export interface QuotedOrder {
  readonly accountId: string
  readonly currency: Currency
  readonly items: readonly QuotedItem[]
  /** Everything that was quoted, plans and all else, as the paper said it. */
  readonly lines: readonly DocumentLineInput[]
  readonly note: string | null
  readonly purchaseOrder: string | null
}

/** What a customer accepted becomes an order, asked for as a whole. Called once; the quote's row is held. */
export async function placeQuotedOrder(
  ctx: Context,
  wish: QuotedOrder,
): Promise<{ readonly orderId: string; readonly requestId: string }> {
  const { accountId, currency } = wish
  const account = await getAccount(ctx, accountId)
  const plans = await Promise.all(
    wish.items.map(({ planId, cycle }) => getSellablePlan(ctx, { planId, cycle, currency })),
  )
  const orderId = ctx.newId("ord")
  const request = await requestPayment(ctx, {
    accountId,
    orderId,
    currency,
    lines: wish.lines,
    note: wish.note,
    purchaseOrder: wish.purchaseOrder,
  })
  await holdStock(ctx, {
    reference: orderId,
    items: plans.map((plan, index) => ({ plan, quantity: wish.items[index]?.quantity ?? 0 })),
  })
  const now = ctx.clock.now()
  await ctx.db.insert(orderRows).values({
    id: orderId,
    number: orderNumber(orderId),
    accountId,
    accountName: account.name,
    state: "awaiting_payment",
    currency,
    totalMinor: request.total.minor,
    paymentRequestId: request.id,
    needsApproval: plans.some((plan) => plan.needsApproval),
    language: account.language,
    agreement: { termsVersion: TERMS_VERSION, acceptedAt: now.toString(), totalShown: toWire(request.total) },
    createdAt: now,
  })
  await ctx.db.insert(orderItems).values(
    wish.items.map(({ unit, ...item }) => ({
      id: ctx.newId("oit"),
      orderId,
      ...item,
      unitMinor: unit.minor,
      discounts: [],
    })),
  )
  await issueOnTerms(ctx, { requestId: request.id, accountId })
  await announce(ctx, orderPlaced, { orderId, accountId, paymentRequestId: request.id })
  await recordAudit(ctx, {
    act: "orders.placed",
    subjectId: orderId,
    accountId,
    after: { total: toWire(request.total) },
  })
  return { orderId, requestId: request.id }
}
