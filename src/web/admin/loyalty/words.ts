import { defineWords } from "../../i18n/define-words.ts"

export const words = defineWords({
  en: {
    toSettings: "All settings",
    title: "Staying customers",
    what: "What is off every renewal once a customer has been with you for so many months, counted from the first payment of the oldest service that still runs. The highest step that was reached holds; it is taken together with coupons.",
    none: "Nothing is off for staying. Fill in a step to begin; the grey figures are what is usual.",
    months: "Step {row}: after months",
    percent: "Step {row}: percent off",
    step: "After {months, plural, one {# month} other {# months}}: {percent}% off",
    kept: "It holds from the next day's run on, for what has not been asked for by then. Whoever has earned a step keeps it, even if you lower or remove it here.",
    save: "Save",
    saved: "Saved. It holds from the next day's run on.",
  },
  ko: {
    toSettings: "전체 설정",
    title: "장기 이용 할인",
    what: "이용 기간이 정해진 개월 수에 이르면 이후 연장 요금을 할인합니다. 이용 기간은 지금 이용 중인 가장 오래된 서비스의 첫 결제일부터 셉니다. 도달한 단계 중 가장 높은 할인이 적용되며 쿠폰과 함께 적용됩니다.",
    none: "장기 이용 할인이 없습니다. 시작하려면 단계를 입력하세요. 흐린 숫자는 흔히 쓰는 값입니다.",
    months: "{row}단계: 이용 개월 수",
    percent: "{row}단계: 할인율(%)",
    step: "{months}개월부터 {percent}% 할인",
    kept: "다음 날 실행부터 아직 청구하지 않은 요금에 적용됩니다. 이미 받은 단계는 여기에서 낮추거나 지워도 그대로 유지됩니다.",
    save: "저장",
    saved: "저장되었습니다. 다음 날 실행부터 적용됩니다.",
  },
})
