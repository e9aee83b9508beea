import { defineWords } from "../../i18n/define-words.ts"

export const words = defineWords({
  en: {
    title: "Customers",
    lead: "Accounts of this shop, the newest first.",
    caption: "Customers",
    none: "No customers match",
    search: "Name or e-mail",
    name: "Name",
    email: "E-mail",
    country: "Country",
    since: "Since",
    act: "View as customer",
    actTitle: "See what {name} sees?",
    actWhat:
      "For half an hour you see the portal as its owner does. Passwords, payments and keys stay out of reach, and everything is recorded under both names.",
    reason: "Reason",
    reasonHelp: "Goes into the audit.",
  },
  ko: {
    title: "고객",
    lead: "이 쇼핑몰의 고객 계정입니다. 최근 가입순으로 표시합니다.",
    caption: "고객 목록",
    none: "조건에 맞는 고객이 없습니다",
    search: "이름 또는 이메일",
    name: "이름",
    email: "이메일",
    country: "국가",
    since: "가입일",
    act: "고객 화면으로 보기",
    actTitle: "{name} 고객의 화면을 볼까요?",
    actWhat:
      "30분 동안 소유자에게 보이는 화면을 확인합니다. 비밀번호, 결제, API 키는 사용할 수 없고 모든 작업이 두 사람의 이름으로 기록됩니다.",
    reason: "사유",
    reasonHelp: "감사 로그에 기록됩니다.",
  },
})
