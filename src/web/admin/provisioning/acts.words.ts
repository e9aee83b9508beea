import { defineWords } from "../../i18n/define-words.ts"

export const words = defineWords({
  en: {
    acts: "Suspension",
    actsWhat: "The next page asks for the reason before anything happens.",
  },
  ko: {
    acts: "이용 정지",
    actsWhat: "다음 화면에서 사유를 입력한 뒤 실행됩니다.",
  },
})
