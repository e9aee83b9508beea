import { defineWords } from "../i18n/define-words.ts"

export const words = defineWords({
  en: {
    countsDone: "{done} of {total} done, {failed, plural, =0 {none failed} one {# failed} other {# failed}}",
  },
  ko: {
    countsDone: "{total}건 중 {done}건 처리, 실패 {failed}건",
  },
})
