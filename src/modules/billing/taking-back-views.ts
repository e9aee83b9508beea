import type { z } from "zod"
import { toWire } from "#kit/money.ts"
import { lastDayOf } from "./period.ts"
import type { RefundFigure } from "./plan-refund.ts"
import { type Purchase, planTakingBack } from "./plan-taking-back.ts"
import type { Subscription } from "./subscription.ts"
import type { refundPreviewShape } from "./taking-back-contract.ts"

type View = z.infer<typeof refundPreviewShape>

export function describeRefund(
  subscription: Pick<Subscription, "id" | "words">,
  purchases: readonly Purchase[],
  { today, releaseOn }: { readonly today: Temporal.PlainDate; readonly releaseOn: Temporal.PlainDate },
): View {
  return {
    subscriptionId: subscription.id,
    words: subscription.words,
    deletedOn: releaseOn.toString(),
    purchases: purchases.map((one) => describePurchase(one, planTakingBack(purchases, one, today))),
  }
}

function describePurchase(
  { plan, ...purchase }: Purchase,
  back: ReturnType<typeof planTakingBack>,
): View["purchases"][number] {
  return {
    periodId: purchase.periodId,
    start: purchase.start.toString(),
    lastDay: lastDayOf(purchase.end).toString(),
    paidOn: purchase.paidOn.toString(),
    invoiceIds: [...new Set(purchase.payments.map(({ invoiceId }) => invoiceId))],
    paid: toWire(purchase.paid),
    list: toWire(purchase.list),
    dayZero: plan.dayZero.toString(),
    usedDays: Number(plan.usedDays),
    totalDays: Number(plan.totalDays),
    statutory: describeFigure(plan.statutory),
    policy: describeFigure(plan.policy),
    pays: plan.pays,
    amount: toWire(plan.amount),
    together: back && "amount" in back ? { amount: toWire(back.amount), effect: back.effect } : null,
  }
}

function describeFigure(figure: RefundFigure | null) {
  if (!figure) return null
  const { basis, isOpen, bound } = figure
  return {
    basis,
    isOpen,
    bound,
    amount: toWire(figure.amount),
    fee: toWire(figure.fee),
    lastDay: figure.lastDay.toString(),
  }
}
