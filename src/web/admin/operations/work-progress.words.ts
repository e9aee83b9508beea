import { defineWords } from "../../i18n/define-words.ts"

export const words = defineWords({
  en: {
    needsYou: "It can’t go on by itself: open the operation to put it right.",
    open: "See the operation",
  },
  ko: {
    needsYou: "자동으로 진행할 수 없습니다. 작업을 열어 조치해 주세요.",
    open: "작업 보기",
  },
})
