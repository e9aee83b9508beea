import { declareRefusals } from "#kit/refusal.ts"

export const collectingRefusals = declareRefusals("billing", {
  policy_product_twice: {
    status: 422,
    say: { en: "This product has days of its own already.", ko: "이미 기간이 따로 지정된 상품입니다." },
  },
  policy_promises_crossed: {
    status: 422,
    say: {
      en: "The longer wait can't be shorter than the other one.",
      ko: "연장 가능 일수는 기본 일수보다 짧을 수 없습니다.",
    },
  },
  policy_ends_too_soon: {
    status: 422,
    say: {
      en: "Deleting has to come after suspending.",
      ko: "삭제일은 이용 정지일보다 뒤여야 합니다.",
    },
  },
  policy_has_no_hours: {
    status: 422,
    say: { en: "The evening has to come after the morning.", ko: "종료 시각은 시작 시각보다 뒤여야 합니다." },
  },
})
