import { defineWords } from "../../i18n/define-words.ts"

export const words = defineWords({
  en: {
    saves: "{percent}% off: {amount} less than month by month",
    savesMonths: "{months, plural, one {# month} other {# months}} free: {amount} less than month by month",
  },
  ko: {
    saves: "월 결제보다 {percent}%({amount}) 절약",
    savesMonths: "{months}개월 무료: 월 결제보다 {amount} 절약",
  },
})
