import type { z } from "zod"
import { toWire } from "#kit/money.ts"
import type { Language, Say } from "#kit/refusal.ts"
import type { Attempt } from "./attempt.ts"
import type { attemptShape } from "./contract.ts"
import { declineWords } from "./decline.ts"

export type AttemptView = z.infer<typeof attemptShape>

/** As the contract shows it, in the reader's language. */
export function describeAttempt(attempt: Attempt, language: Language): AttemptView {
  return {
    id: attempt.id,
    reference: attempt.reference,
    accountId: attempt.accountId,
    gateway: attempt.gateway,
    amount: toWire(attempt.amount),
    state: attempt.state,
    // Only while the gateway waits: an old link would open a page that says no.
    redirectUrl: attempt.state === "waiting_for_payer" ? attempt.redirectUrl : null,
    methodId: attempt.methodId,
    words: wordsFor(attempt)?.[language] ?? null,
    gatewayChargeId: attempt.chargeId,
    createdAt: attempt.createdAt.toString(),
    settledAt: attempt.settledAt?.toString() ?? null,
  }
}

function wordsFor(attempt: Attempt): Say | null {
  if (attempt.state === "declined") return declineWords[attempt.decline ?? "declined_soft"]
  if (attempt.methodId && attempt.state !== "refunded") return savedWords[attempt.state] ?? null
  return stateWords[attempt.state] ?? null
}

/** Of a saved method that is charged: there is no page to wait for. */
const savedWords: Partial<Record<Attempt["state"], Say>> = {
  created: { en: "We are charging your payment method.", ko: "등록된 결제수단으로 결제하는 중입니다." },
  unknown: {
    en: "We are checking with the payment service. Please don't pay again: you will see the result here.",
    ko: "결제 결과를 확인하고 있습니다. 다시 결제하지 마시고 잠시 기다려 주세요.",
  },
  abandoned: {
    en: "Your payment method was not charged. You can start again.",
    ko: "등록된 결제수단으로 결제하지 않았으며 청구된 금액은 없습니다. 다시 결제하실 수 있습니다.",
  },
}

const stateWords: Partial<Record<Attempt["state"], Say>> = {
  created: { en: "We are opening the payment page.", ko: "결제 페이지를 여는 중입니다." },
  waiting_for_payer: {
    en: "The payment page is open. We are waiting for your payment.",
    ko: "결제 페이지에서 결제를 기다리고 있습니다.",
  },
  unknown: {
    en: "We are checking with the payment service. Please don't pay again: you will see the result here.",
    ko: "결제 결과를 확인하고 있습니다. 다시 결제하지 마시고 잠시 기다려 주세요.",
  },
  abandoned: {
    en: "This payment was not finished and nothing was charged. You can start again.",
    ko: "결제가 완료되지 않았으며 청구된 금액은 없습니다. 다시 결제하실 수 있습니다.",
  },
  refunded: { en: "The money went back to your card.", ko: "결제가 취소되어 카드로 환불되었습니다." },
}
