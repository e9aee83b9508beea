import { defineWords } from "../i18n/define-words.ts"

export const words = defineWords({
  en: {
    title: "VAT numbers at VIES",
    valid: "Confirmed",
    invalid: "Not known to VIES",
    pending: "Not answered yet",
    answered: "Answered on",
    asked: "Asked on",
    consultation: "Consultation number",
    trouble: "VIES could not say: {trouble}",
    ask: "Ask again",
  },
  ko: {
    title: "VIES VAT 번호 확인",
    valid: "확인됨",
    invalid: "VIES 미등록",
    pending: "응답 대기",
    answered: "응답 일시",
    asked: "조회 일시",
    consultation: "조회 번호",
    trouble: "VIES가 답하지 못했습니다: {trouble}",
    ask: "다시 조회하기",
  },
})
