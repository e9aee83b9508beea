import { defineWords } from "../i18n/define-words.ts"

export const words = defineWords({
  en: {
    area: "Portal",
    services: "Services",
    invoices: "Invoices",
    orders: "Orders",
    person: "You",
    security: "Security",
    privacy: "Privacy",
    shop: "Shop",
    team: "Team",
    apiKeys: "API keys",
    profile: "Billing profile",
    account: "Account to act for",
    switch: "Switch",
  },
  ko: {
    area: "나의 서비스",
    services: "서비스",
    invoices: "거래명세서",
    orders: "주문 내역",
    person: "내 정보",
    security: "보안 설정",
    privacy: "개인정보",
    shop: "쇼핑몰",
    team: "구성원",
    apiKeys: "API 키",
    profile: "청구 정보",
    account: "사용할 계정",
    switch: "전환",
  },
})
