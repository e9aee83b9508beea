import { recordAudit } from "#audit"
import { getAccount } from "#identity"
import type { Context } from "#kit/context.ts"
import { subtract, toWire } from "#kit/money.ts"
import type { Language } from "#kit/refusal.ts"
import type { DocumentLineInput } from "./document.ts"
import { CHANGE_RULE, writeChange } from "./line-rule.ts"
import type { QuantityFacts } from "./load-quantity.ts"
import { later } from "./period.ts"
import type { AddedPieces } from "./plan-quantity.ts"
import { quantityChanges } from "./quantity-tables.ts"
import { requestPayment } from "./request-payment.ts"

export interface AskedQuantity {
  readonly facts: QuantityFacts
  readonly to: number
  readonly change: AddedPieces
}

/** Asks for what more pieces cost for the days that are left; they are had once it is paid. */
export async function askForQuantity(ctx: Context, asked: AskedQuantity): Promise<string> {
  const { facts, to, change } = asked
  const { subscription, today, now } = facts
  const { accountId } = subscription
  const { language } = await getAccount(ctx, accountId)
  const request = await requestPayment(ctx, {
    accountId,
    orderId: null,
    purpose: "change",
    currency: subscription.unit.currency,
    lines: quantityLines(asked, language),
    purchaseOrder: subscription.purchaseOrder,
  })
  await ctx.db.insert(quantityChanges).values({
    id: ctx.newId("chg"),
    subscriptionId: subscription.id,
    paymentRequestId: request.id,
    quantityBefore: now,
    quantity: to,
    state: "awaiting_payment",
    changeOn: today,
    periodEnd: change.end,
    createdAt: ctx.clock.now(),
  })
  await recordAudit(ctx, {
    act: "billing.quantity-asked",
    subjectId: subscription.id,
    accountId,
    before: { quantity: now },
    after: { quantity: to, amount: toWire(request.total), paymentRequestId: request.id },
  })
  return request.id
}

/** One line a period: all pieces for its days, less what is left of those so far. */
function quantityLines({ facts, to, change }: AskedQuantity, language: Language): DocumentLineInput[] {
  const { subscription, today, now } = facts
  const { id: subscriptionId, planId, priceId, words } = subscription
  const lines = change.parts.map(({ period, newCharged, plan }) => ({
    words: `${words[language]} (${quantityWord[language]} ${now} → ${to})`,
    subscriptionId,
    planId,
    priceId,
    cycle: null,
    periodStart: later(period.start, today),
    periodEnd: period.end,
    quantity: 1n,
    unit: subtract(plan.due, plan.unused),
    rule: CHANGE_RULE,
    facts: {
      ...writeChange({
        oldCharged: period.charged,
        newCharged,
        daysLeft: plan.daysLeft,
        totalDays: plan.totalDays,
      }),
      quantityBefore: now.toString(),
      quantityAfter: to.toString(),
    },
  }))
  return lines.filter(({ unit }) => unit.minor !== 0n)
}

const quantityWord = { en: "quantity", ko: "수량" } as const
