import { declareRefusals } from "#kit/refusal.ts"

export const paperRefusals = declareRefusals("billing", {
  paper_mailed_enough: {
    status: 409,
    say: {
      en: "{number} was mailed again {most} times today. Check the customer's address, or send it tomorrow.",
      ko: "{number} 문서는 오늘 이미 {most}번 다시 보냈습니다. 고객의 이메일 주소를 확인하시거나 내일 다시 보내 주세요.",
    },
  },
})
