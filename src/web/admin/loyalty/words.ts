import { defineWords } from "../../i18n/define-words.ts"

export const words = defineWords({
  en: {
    toSettings: "All settings",
    title: "Loyalty discount",
    what: "A discount on every renewal once a customer has been with you for a number of months, counted from the first payment of their oldest active service. The highest step reached applies, together with coupons.",
    none: "No loyalty discount yet. Fill in a step to start; the grey figures are typical.",
    months: "Step {row}: after (months)",
    percent: "Step {row}: discount (%)",
    step: "After {months, plural, one {# month} other {# months}}: {percent}% off",
    kept: "Applies from the next day's run to what has not been billed by then. Customers keep a step they have reached, even if you lower or remove it here.",
    save: "Save",
    saved: "Saved. Applies from the next day's run.",
  },
  ko: {
    toSettings: "전체 설정",
    title: "장기 이용 할인",
    what: "이용 기간이 정해진 개월 수에 이르면 이후 연장 요금이 할인됩니다. 이용 기간은 현재 이용 중인 가장 오래된 서비스의 첫 결제일부터 계산합니다. 도달한 단계 중 가장 높은 할인이 적용되며 쿠폰과 함께 적용됩니다.",
    none: "설정된 장기 이용 할인이 없습니다. 시작하려면 단계를 입력해 주세요. 흐린 숫자는 일반적인 예시입니다.",
    months: "{row}단계: 이용 개월 수",
    percent: "{row}단계: 할인율(%)",
    step: "{months}개월부터 {percent}% 할인",
    kept: "다음 날 실행부터 아직 청구되지 않은 요금에 적용됩니다. 고객이 이미 도달한 단계는 여기에서 낮추거나 삭제해도 유지됩니다.",
    save: "저장",
    saved: "저장되었습니다. 다음 날 실행부터 적용됩니다.",
  },
})
