import { declareRefusals } from "#kit/refusal.ts"

export const billingRefusals = declareRefusals("billing", {
  request_missing: {
    status: 404,
    say: { en: "There is no such request to pay.", ko: "청구서를 찾을 수 없습니다." },
  },
  request_not_open: {
    status: 409,
    say: {
      en: "There is nothing to pay here any more: it was paid or withdrawn.",
      ko: "이미 결제되었거나 취소된 청구서입니다.",
    },
  },
  request_empty: {
    status: 409,
    say: { en: "There is nothing to pay.", ko: "결제하실 금액이 없습니다." },
  },
  subscription_missing: {
    status: 404,
    say: { en: "There is no such subscription.", ko: "이용 중인 상품을 찾을 수 없습니다." },
  },
  kept_by_law: {
    status: 423,
    say: {
      en: "Its buyer was forgotten. It is kept for the law until {until} and handed out to nobody.",
      ko: "탈퇴한 고객의 문서입니다. 법령에 따라 {until}까지 분리 보존하며 발급하지 않습니다.",
    },
  },
  invoice_missing: {
    status: 404,
    say: { en: "There is no such invoice.", ko: "거래명세서를 찾을 수 없습니다." },
  },
})
