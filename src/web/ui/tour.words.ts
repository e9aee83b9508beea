import { defineWords } from "../i18n/define-words.ts"

export const words = defineWords({
  en: {
    again: "Show the tour",
    here: "The tour is about this. Esc ends the highlight; go on here:",
  },
  ko: {
    again: "둘러보기 열기",
    here: "둘러보기에서 안내하는 부분입니다. Esc를 누르면 강조 표시가 사라집니다. 이어서 보기:",
  },
})
