import { defineWords } from "../../i18n/define-words.ts"

export const words = defineWords({
  en: {
    goesOn: "It continues if you leave this page.",
    goesOnAt: "Continues:",
    needsYou: "It can’t go on by itself: open the operation to put it right.",
    open: "See the operation",
  },
  ko: {
    goesOn: "화면을 닫아도 계속 진행됩니다.",
    goesOnAt: "다음 진행:",
    needsYou: "자동으로 진행할 수 없습니다. 작업을 열어 조치해 주세요.",
    open: "작업 보기",
  },
})
