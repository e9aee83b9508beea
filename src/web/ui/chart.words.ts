import { defineWords } from "../i18n/define-words.ts"

export const words = defineWords({
  en: {
    asTable: "As a table",
    more: "{percent}% more {than}",
    less: "{percent}% less {than}",
    same: "No change",
  },
  ko: {
    asTable: "표로 보기",
    more: "{than} {percent}% 증가",
    less: "{than} {percent}% 감소",
    same: "변동 없음",
  },
})
