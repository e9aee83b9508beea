import { declareRefusals } from "#kit/refusal.ts"

export const usageRefusals = declareRefusals("usage", {
  meter_missing: {
    status: 422,
    say: {
      en: "This agreement's plan does not charge for “{meter}”.",
      ko: "이 구독의 플랜에는 ‘{meter}’ 항목이 없습니다.",
    },
  },
  not_an_amount: {
    status: 422,
    say: {
      en: "“{meter}” counts time: say when a session starts and stops.",
      ko: "‘{meter}’ 항목은 시간으로 계산됩니다. 세션의 시작과 종료를 기록해 주세요.",
    },
  },
  no_time: {
    status: 422,
    say: {
      en: "“{meter}” counts quantities: record how much was used.",
      ko: "‘{meter}’은(는) 수량으로 집계됩니다. 사용한 수량을 기록해 주세요.",
    },
  },
  stopped_when: {
    status: 422,
    say: {
      en: "It must have stopped by now, and after it started.",
      ko: "종료 시각은 시작 이후이면서 현재 이전이어야 합니다.",
    },
  },
  used_when: {
    status: 422,
    say: {
      en: "It must have been used by now, and within the last 400 days.",
      ko: "사용 시각은 현재 이전이면서 최근 400일 이내여야 합니다.",
    },
  },
  quantity_wrong: {
    status: 422,
    say: {
      en: "Enter a quantity above zero. Only a correction may take something off.",
      ko: "0보다 큰 수량을 입력해 주세요. 정정 기록에서만 수량을 뺄 수 있습니다.",
    },
  },
  correction_wrong: {
    status: 422,
    say: {
      en: "A correction names a record of the same agreement and meter, says why, and takes off no more than was recorded.",
      ko: "정정 기록에는 같은 구독·항목의 기록과 사유가 필요하며, 기록된 수량보다 많이 뺄 수 없습니다.",
    },
  },
  key_taken: {
    status: 409,
    say: {
      en: "Something else was recorded under the key “{key}”.",
      ko: "키 ‘{key}’로 이미 다른 내용이 기록되어 있습니다.",
    },
  },
  agreement_over: {
    status: 409,
    say: {
      en: "This agreement has ended and its last use is billed.",
      ko: "종료된 구독이며 마지막 사용량까지 청구되었습니다.",
    },
  },
})
