import { defineWords } from "../i18n/define-words.ts"

export const words = defineWords({
  en: {
    impersonating:
      "{staff} acts as {customer} until {at}. No secrets, no payments; both names are on record.",
    endImpersonation: "End",
  },
  ko: {
    impersonating:
      "{staff} 님이 {at}까지 {customer} 고객으로 보고 있습니다. 비밀번호와 결제는 사용할 수 없고, 두 사람의 이름이 기록됩니다.",
    endImpersonation: "종료하기",
  },
})
