import { defineWords } from "../../i18n/define-words.ts"

export const words = defineWords({
  en: {
    toSettings: "All settings",
    title: "Plan changes",
    lead: "When customers can switch to another plan. Changes already scheduled stay.",
    up: "To a more expensive plan",
    down: "To a cheaper plan",
    choice: "Customer chooses",
    choiceHelp: "Now, or at the end of the paid period.",
    now: "Immediately only",
    nowHelp: "Prorated: a difference is paid first, or refunded with a credit note.",
    at_end: "At the end of the period only",
    at_endHelp: "Nothing is charged or refunded; the renewal uses the new plan's price.",
    save: "Save",
    saved: "Saved.",
  },
  ko: {
    toSettings: "전체 설정",
    title: "플랜 변경 정책",
    lead: "고객이 새 플랜을 언제부터 적용할 수 있는지 정합니다. 이미 예약된 변경은 그대로 유지됩니다.",
    up: "더 비싼 플랜으로 변경",
    down: "더 저렴한 플랜으로 변경",
    choice: "고객이 선택",
    choiceHelp: "바로 변경하거나 만료일 다음 날부터 변경합니다.",
    now: "바로 변경만 가능",
    nowHelp: "일할 계산하여 차액을 먼저 결제하거나, 취소 거래명세서와 함께 환불합니다.",
    at_end: "만료일 다음 날부터만 가능",
    at_endHelp: "차액 결제나 환불 없이, 다음 기간 연장 때 새 플랜의 요금이 청구됩니다.",
    save: "저장",
    saved: "저장되었습니다.",
  },
})
