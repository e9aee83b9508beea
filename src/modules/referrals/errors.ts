import { declareRefusals } from "#kit/refusal.ts"

export const referralRefusals = declareRefusals("referrals", {
  account_needed: {
    status: 422,
    say: { en: "Say whose link it is.", ko: "고객 계정을 선택해 주세요." },
  },
  account_missing: {
    status: 404,
    say: { en: "There is no such customer.", ko: "고객을 찾을 수 없습니다." },
  },
  missing: {
    status: 404,
    say: { en: "There is no such recommendation.", ko: "추천 내역을 찾을 수 없습니다." },
  },
  decided: {
    status: 409,
    say: {
      en: "This recommendation has been decided already; nothing was changed.",
      ko: "이미 처리된 추천입니다. 변경된 내용은 없습니다.",
    },
  },
  switched_off: {
    status: 409,
    say: {
      en: "Recommendations are not rewarded at present.",
      ko: "현재 추천 적립을 운영하지 않습니다.",
    },
  },
  amount_wrong: {
    status: 422,
    say: { en: "Enter an amount of nothing or more.", ko: "0 이상의 금액을 입력해 주세요." },
  },
  currency_twice: {
    status: 422,
    say: { en: "Each currency stands here once.", ko: "통화마다 한 번만 입력해 주세요." },
  },
})
