import { defineWords } from "../i18n/define-words.ts"

export const words = defineWords({
  en: {
    search: "Search",
  },
  ko: {
    search: "검색",
  },
})
