import { defineWords } from "../i18n/define-words.ts"

export const words = defineWords({
  en: {
    area: "Admin",
    orders: "Orders",
    invoices: "Invoices",
    services: "Services",
    operations: "Operations",
    audit: "Audit",
    customers: "Customers",
    unsecured: "You have no second factor yet.",
    staff: "Staff",
    apiKeys: "API keys",
    stuck:
      "{count, plural, one {One operation is stuck} other {# operations are stuck}} and {count, plural, one {needs} other {need}} someone to look at it.",
    stuckMany: "More than {count} operations are stuck and need someone to look at them.",
    seeStuck: "See stuck operations",
  },
  ko: {
    area: "관리자",
    orders: "주문",
    invoices: "거래명세서",
    services: "서비스",
    operations: "작업",
    audit: "감사 로그",
    customers: "고객",
    unsecured: "2단계 인증이 없습니다.",
    staff: "직원",
    apiKeys: "API 키",
    stuck: "멈춘 작업이 {count}건 있습니다. 확인이 필요합니다.",
    stuckMany: "멈춘 작업이 {count}건 넘게 있습니다. 확인이 필요합니다.",
    seeStuck: "멈춘 작업 보기",
  },
})
