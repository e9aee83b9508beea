import { defineWords } from "../i18n/define-words.ts"

export const words = defineWords({
  en: {
    area: "Portal",
    services: "Services",
    invoices: "Invoices",
    orders: "Orders",
    security: "Security",
    shop: "Shop",
  },
  ko: {
    area: "나의 서비스",
    services: "서비스",
    invoices: "거래명세서",
    orders: "주문 내역",
    security: "보안 설정",
    shop: "쇼핑몰",
  },
})
