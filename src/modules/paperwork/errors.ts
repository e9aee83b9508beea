import { declareRefusals } from "#kit/refusal.ts"

export const paperworkRefusals = declareRefusals("paperwork", {
  draft_missing: {
    status: 404,
    say: { en: "There is no such draft.", ko: "작성 중인 청구서를 찾을 수 없습니다." },
  },
  draft_sent: {
    status: 409,
    say: {
      en: "It was sent already. Take the request back and write another one.",
      ko: "이미 발송된 청구서입니다. 청구서를 취소한 뒤 새로 작성해 주세요.",
    },
  },
  account_missing: {
    status: 404,
    say: { en: "There is no such customer.", ko: "고객을 찾을 수 없습니다." },
  },
  period_wrong: {
    status: 422,
    say: { en: "The first day has to come before the last.", ko: "시작일은 종료일보다 앞이어야 합니다." },
  },
  line_wrong: {
    status: 422,
    say: {
      en: "Enter a price of zero or more in the currency of the paper.",
      ko: "문서의 통화로 0 이상의 단가를 입력해 주세요.",
    },
  },
  words_missing: {
    status: 422,
    say: { en: "Say what the line is about.", ko: "품목을 입력해 주세요." },
  },
  quote_missing: {
    status: 404,
    say: { en: "There is no such quote.", ko: "견적서를 찾을 수 없습니다." },
  },
  quote_sent: {
    status: 409,
    say: {
      en: "It was sent already and stays as it was read. Revise it instead.",
      ko: "이미 발송된 견적서는 수정할 수 없습니다. 수정 견적서를 작성해 주세요.",
    },
  },
  quote_not_sent: {
    status: 409,
    say: {
      en: "It is still a draft: there is no paper of it yet.",
      ko: "아직 작성 중인 견적서입니다. 발송한 뒤 문서를 볼 수 있습니다.",
    },
  },
  quote_over: {
    status: 409,
    say: {
      en: "This quote held until {until}. Ask us for a new one.",
      ko: "유효 기한({until})이 지난 견적서입니다. 새 견적을 요청해 주세요.",
    },
  },
  quote_answered: {
    status: 409,
    say: {
      en: "This quote can't be changed any more: it was answered or replaced.",
      ko: "이미 수락, 거절되었거나 다른 견적서로 대체되었습니다.",
    },
  },
  nothing_asked: {
    status: 422,
    say: { en: "The sum has to be above zero.", ko: "합계 금액은 0보다 커야 합니다." },
  },
  day_past: {
    status: 422,
    say: { en: "Choose today or a later day.", ko: "오늘 이후의 날짜를 선택해 주세요." },
  },
})
