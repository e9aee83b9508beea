import { declareRefusals } from "#kit/refusal.ts"

export const creditRefusals = declareRefusals("credit", {
  amount_wrong: {
    status: 422,
    say: { en: "Enter an amount above zero.", ko: "0보다 큰 금액을 입력해 주세요." },
  },
  too_little: {
    status: 409,
    say: {
      en: "The customer doesn't have that much. {available} can be taken.",
      ko: "고객의 잔액이 부족합니다. 차감할 수 있는 금액은 {available}입니다.",
    },
  },
  above_limit: {
    status: 403,
    say: {
      en: "This is above what your role may give or take on one day. {left} is left for today.",
      ko: "직원 역할의 하루 한도를 초과합니다. 오늘 남은 한도는 {left}입니다.",
    },
  },
  account_needed: {
    status: 422,
    say: { en: "Say whose credit it is.", ko: "고객 계정을 선택해 주세요." },
  },
  account_missing: {
    status: 404,
    say: { en: "There is no such customer.", ko: "고객을 찾을 수 없습니다." },
  },
  role_missing: {
    status: 404,
    say: { en: "There is no such role.", ko: "직원 역할을 찾을 수 없습니다." },
  },
})
