import { declareRefusals } from "#kit/refusal.ts"

export const agreementRefusals = declareRefusals("billing", {
  subscription_not_deletable: {
    status: 409,
    say: {
      en: "Only what is over, or was never billed, can be deleted. Cancel it first.",
      ko: "종료되었거나 한 번도 청구되지 않은 구독만 삭제할 수 있습니다. 먼저 해지해 주세요.",
    },
  },
  start_when: {
    status: 422,
    say: {
      en: "Choose a day from today to a year ahead.",
      ko: "오늘부터 1년 이내의 날짜를 선택해 주세요.",
    },
  },
  agreed_price_wrong: {
    status: 422,
    say: {
      en: "Enter an amount above zero in the chosen currency, or leave it empty for the catalogue's price.",
      ko: "선택한 통화로 0보다 큰 금액을 입력하거나, 카탈로그 가격을 쓰려면 비워 두세요.",
    },
  },
  agreed_price_reason: {
    status: 422,
    say: {
      en: "Say why it costs something else than in the catalogue.",
      ko: "카탈로그와 다른 금액을 받는 이유를 입력해 주세요.",
    },
  },
  account_needed: {
    status: 422,
    say: { en: "Say whose subscriptions you mean.", ko: "어느 고객의 구독인지 지정해 주세요." },
  },
})
