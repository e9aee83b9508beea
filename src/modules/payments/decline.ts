import type { Say } from "#kit/refusal.ts"

/** Every gateway's reasons, mapped into these: what they mean for the next try, and what to tell the payer. */
export const declineKinds = [
  "declined_hard",
  "declined_soft",
  "authentication_required",
  "amount_above_mandate",
  "expired",
  "insufficient_funds",
  "invalid_instrument",
  "duplicate",
  "rate_limited",
  "provider_error",
  "config_error",
] as const
export type DeclineKind = (typeof declineKinds)[number]

export const declineWords: Readonly<Record<DeclineKind, Say>> = {
  declined_hard: {
    en: "Your bank doesn't allow this card. Please pay with another one.",
    ko: "카드사에서 승인을 거절한 카드입니다. 다른 카드로 결제해 주세요.",
  },
  declined_soft: {
    en: "Your bank said no this time. Try again in a while, or pay with another card.",
    ko: "카드사에서 승인이 거절되었습니다. 잠시 후 다시 시도하시거나 다른 카드로 결제해 주세요.",
  },
  authentication_required: {
    en: "Your bank couldn't confirm that it was you. Please pay again and finish the confirmation.",
    ko: "본인 인증이 완료되지 않았습니다. 다시 결제하시고 인증을 마쳐 주세요.",
  },
  amount_above_mandate: {
    en: "Your bank wants you to confirm this amount yourself: it is more than you allowed for automatic payments. Please pay it and finish the confirmation.",
    ko: "자동결제로 인증하신 금액보다 큰 결제여서 본인 인증이 필요합니다. 직접 결제하시고 인증을 마쳐 주세요.",
  },
  expired: {
    en: "This card has expired. Please pay with another one.",
    ko: "유효기간이 지난 카드입니다. 다른 카드로 결제해 주세요.",
  },
  insufficient_funds: {
    en: "There isn't enough money on this card. Top it up or pay with another one.",
    ko: "잔액 또는 한도가 부족합니다. 한도를 확인하시거나 다른 카드로 결제해 주세요.",
  },
  invalid_instrument: {
    en: "Something in the card data isn't right. Please enter it again.",
    ko: "카드 정보가 올바르지 않습니다. 다시 입력해 주세요.",
  },
  duplicate: {
    en: "This looks like a payment you have already made. Have a look at your invoices before you pay again.",
    ko: "이미 결제한 내역과 같은 결제입니다. 다시 결제하시기 전에 결제 내역을 확인해 주세요.",
  },
  rate_limited: {
    en: "There were too many tries with this card. Please wait a while or pay with another one.",
    ko: "결제 시도 횟수를 초과했습니다. 잠시 기다리시거나 다른 카드로 결제해 주세요.",
  },
  provider_error: {
    en: "The payment service has a problem at the moment. You weren't charged. Please try again in a few minutes.",
    ko: "결제대행사에 일시적인 문제가 있습니다. 결제되지 않았으니 몇 분 후 다시 시도해 주세요.",
  },
  config_error: {
    en: "We can't take this kind of payment at the moment. You weren't charged, and we have been told.",
    ko: "현재 이 결제수단을 이용할 수 없습니다. 결제되지 않았으며, 담당자가 확인하고 있습니다.",
  },
}

export function sayDecline(kind: DeclineKind): Say {
  return declineWords[kind]
}
