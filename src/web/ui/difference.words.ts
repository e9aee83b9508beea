import { defineWords } from "../i18n/define-words.ts"

/** Heard and not seen: the marks of what differs. */
export const words = defineWords({
  en: { added: "Added:", removed: "Removed:", changed: "Changed:", from: "from", to: "to" },
  ko: { added: "추가됨:", removed: "삭제됨:", changed: "변경됨:", from: "변경 전", to: "변경 후" },
})
