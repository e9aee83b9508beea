import { defineWords } from "../../i18n/define-words.ts"

export const words = defineWords({
  en: {
    postponed: "You have no second factor yet. It is postponed until {at}.",
    neededNow: "You have no second factor. Please set one up now.",
    waived: "Staff here need no second factor.",
  },
  ko: {
    postponed: "2단계 인증이 없습니다. 설정이 {at}까지 미뤄져 있습니다.",
    neededNow: "2단계 인증이 없습니다. 지금 설정해 주세요.",
    waived: "직원에게 2단계 인증을 요구하지 않습니다.",
  },
})
