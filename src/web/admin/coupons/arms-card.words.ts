import { defineWords } from "../../i18n/define-words.ts"

export const words = defineWords({
  en: {
    title: "Comparison of percentages",
    help: "Whoever enters the code gets one of them, always the same for an account. Conversion is the share of paid orders among those who got it. Revenue is what they paid, minus refunds.",
    arm: "Percentage",
    visits: "Assigned",
    uses: "Orders",
    paid: "Paid",
    conversion: "Conversion",
    revenue: "Revenue",
  },
  ko: {
    title: "할인율 비교",
    help: "쿠폰 코드를 입력하면 할인율 하나가 배정되며, 같은 계정에는 항상 같은 할인율이 적용됩니다. 전환율은 배정된 고객 대비 결제된 주문의 비율이며, 매출은 결제 금액에서 환불을 뺀 금액입니다.",
    arm: "할인율",
    visits: "배정",
    uses: "주문",
    paid: "결제",
    conversion: "전환율",
    revenue: "매출",
  },
})
