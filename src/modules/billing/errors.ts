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
  invoice_missing: {
    status: 404,
    say: { en: "There is no such invoice.", ko: "거래명세서를 찾을 수 없습니다." },
  },
})
