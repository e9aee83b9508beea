import { defineWords } from "../i18n/define-words.ts"

export const words = defineWords({
  en: { loading: "Loading" },
  ko: { loading: "불러오는 중" },
})
