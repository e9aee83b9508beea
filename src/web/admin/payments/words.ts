import { defineWords } from "../../i18n/define-words.ts"

export const words = defineWords({
  en: {
    title: "Payment discrepancies",
    lead: "Differences between the payment service, our payments and the books, and disputed charges. Resolved ones disappear automatically.",
    open: "Open",
    all: "All",
    tabs: "Discrepancies",
    none: "No discrepancies",
    noneHelp:
      "The payment service's list, our payments, the books and notifications are compared every night.",
    what: "What happened, and what to do",
    subject: "Charge, payment or notification",
    ours: "Our records",
    theirs: "Payment service",
    since: "Found",
    until: "Resolved",
    stillOpen: "Open",
  },
  ko: {
    title: "결제 대조 결과",
    lead: "결제대행사, 우리 결제 기록, 장부가 서로 다른 내역과 이의가 제기된 결제입니다. 다시 일치하면 목록에서 자동으로 사라집니다.",
    open: "미해결",
    all: "전체",
    tabs: "대조 결과 구분",
    none: "확인할 내역이 없습니다",
    noneHelp: "결제대행사의 목록과 우리 결제 기록, 장부, 알림을 매일 밤 대조합니다.",
    what: "내용과 조치 방법",
    subject: "결제 또는 알림",
    ours: "우리 기록",
    theirs: "결제대행사",
    since: "발견 일시",
    until: "해결 일시",
    stillOpen: "미해결",
  },
})
