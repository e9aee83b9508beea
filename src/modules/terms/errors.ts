import { declareRefusals } from "#kit/refusal.ts"

export const termsRefusals = declareRefusals("terms", {
  account_missing: {
    status: 404,
    say: { en: "There is no such customer.", ko: "고객을 찾을 수 없습니다." },
  },
  limit_wrong: {
    status: 422,
    say: { en: "Enter a limit above zero.", ko: "0보다 큰 한도를 입력해 주세요." },
  },
})
