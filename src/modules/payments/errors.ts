import { declareRefusals } from "#kit/refusal.ts"

export const paymentRefusals = declareRefusals("payments", {
  attempt_missing: {
    status: 404,
    say: { en: "There is no such payment.", ko: "결제 내역을 찾을 수 없습니다." },
  },
  disputed: {
    status: 409,
    say: {
      en: "The card's holder disputes this payment, so their bank decides about the money and nothing can be sent back here. If they are right, accept the dispute at the payment service.",
      ko: "카드 명의자가 이의를 제기한 결제입니다. 금액은 카드사가 결정하므로 여기서는 환불할 수 없습니다. 이의가 타당하면 결제대행사에서 수용하세요.",
    },
  },
  gateway_missing: {
    status: 409,
    say: {
      en: "This way of paying isn't available at the moment. Please choose another one.",
      ko: "현재 이용할 수 없는 결제수단입니다. 다른 결제수단을 선택해 주세요.",
    },
  },
  other_amount_running: {
    status: 409,
    say: {
      en: "A payment of another amount is still running for this. Please finish it or wait until it ends.",
      ko: "금액이 다른 결제가 아직 진행 중입니다. 진행 중인 결제를 마치시거나 종료될 때까지 기다려 주세요.",
    },
  },
  method_missing: {
    status: 404,
    say: { en: "There is no such payment method.", ko: "등록된 결제수단을 찾을 수 없습니다." },
  },
  method_unusable: {
    status: 409,
    say: {
      en: "This payment method can't be charged at the moment. Please choose or add another one.",
      ko: "현재 사용할 수 없는 결제수단입니다. 다른 결제수단을 선택하거나 새로 등록해 주세요.",
    },
  },
  no_usable_method: {
    status: 409,
    say: {
      en: "There is no payment method that can be charged. Please add one.",
      ko: "결제할 수 있는 결제수단이 없습니다. 결제수단을 등록해 주세요.",
    },
  },
  method_refused_for_good: {
    status: 409,
    say: {
      en: "The bank has already refused this payment with this card and won't take it again. Please choose another card.",
      ko: "카드사에서 이 카드로는 이 결제를 다시 승인하지 않습니다. 다른 결제수단을 선택해 주세요.",
    },
  },
  too_many_methods: {
    status: 409,
    say: {
      en: "There are too many payment methods. Please remove one you no longer need first.",
      ko: "등록할 수 있는 결제수단 수를 초과했습니다. 사용하지 않는 결제수단을 먼저 삭제해 주세요.",
    },
  },
  too_many_setups: {
    status: 409,
    say: {
      en: "There were too many tries to add a card today. Please try again tomorrow, or write to us.",
      ko: "오늘 카드 등록을 시도할 수 있는 횟수를 초과했습니다. 내일 다시 시도하시거나 문의해 주세요.",
    },
  },
  payer_needed: {
    status: 409,
    say: {
      en: "Only the customer can add a payment method: it is they who agree to being charged.",
      ko: "결제수단은 고객이 직접 등록해야 합니다. 자동결제에는 고객 본인의 동의가 필요합니다.",
    },
  },
  setup_missing: {
    status: 404,
    say: { en: "There is no such page.", ko: "결제수단 등록 내역을 찾을 수 없습니다." },
  },
  endpoint_missing: {
    status: 404,
    say: { en: "There is no such webhook address.", ko: "존재하지 않는 웹훅 주소입니다." },
  },
  signature_wrong: {
    status: 401,
    say: { en: "The signature of this notice is not right.", ko: "알림의 서명이 올바르지 않습니다." },
  },
  transfer_recorded: {
    status: 409,
    say: {
      en: "A transfer of that day with this reference is recorded for another request already. Add something that tells them apart.",
      ko: "같은 날짜와 입금자명으로 다른 청구서에 기록된 입금이 있습니다. 구분할 수 있는 내용을 덧붙여 주세요.",
    },
  },
  transfer_back_missing: {
    status: 404,
    say: {
      en: "There is no such money to send back by bank transfer.",
      ko: "계좌로 송금할 환불 건을 찾을 수 없습니다.",
    },
  },
  nothing_to_refund: {
    status: 409,
    say: {
      en: "There is nothing left to refund on this payment.",
      ko: "이 결제에서 환불할 수 있는 금액이 없습니다.",
    },
  },
})
