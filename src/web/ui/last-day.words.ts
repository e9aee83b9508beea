import { defineWords } from "../i18n/define-words.ts"

export const words = defineWords({
  en: {
    left: "{days, plural, one {# day left} other {# days left}}",
    today: "ends today",
    over: "{days, plural, one {# day over} other {# days over}}",
  },
  ko: {
    left: "{days}일 남음",
    today: "오늘 만료",
    over: "만료 후 {days}일",
  },
})
