import { defineWords } from "../../i18n/define-words.ts"

export const words = defineWords({
  en: {
    title: "E-mails they get",
    holder: "The account’s own address",
    on: "{kind}: on",
    off: "{kind}: off",
    "kind.billing": "Billing",
    "kind.service": "Services",
    "kind.security": "Security",
    "kind.news": "News",
  },
  ko: {
    title: "메일 수신 설정",
    holder: "계정 대표 이메일",
    on: "{kind} 수신",
    off: "{kind} 미수신",
    "kind.billing": "결제",
    "kind.service": "서비스",
    "kind.security": "보안",
    "kind.news": "소식",
  },
})
