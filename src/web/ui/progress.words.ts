import { defineWords } from "../i18n/define-words.ts"

export const words = defineWords({
  en: {
    countsDone: "{done} of {total} done, {failed, plural, =0 {none failed} one {# failed} other {# failed}}",
    goesOn: "It continues if you leave this page.",
    goesOnAt: "Continues:",
    tries: "{count, plural, one {# attempt} other {# attempts}}",
  },
  ko: {
    countsDone: "{total}건 중 {done}건 처리, 실패 {failed}건",
    goesOn: "화면을 닫아도 계속 진행됩니다.",
    goesOnAt: "다음 진행:",
    tries: "{count}회 시도",
  },
})
