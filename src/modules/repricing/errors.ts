import { declareRefusals } from "#kit/refusal.ts"

export const repricingRefusals = declareRefusals("repricing", {
  change_missing: {
    status: 404,
    say: { en: "There is no such price change.", ko: "요금 변경을 찾을 수 없습니다." },
  },
  plan_needed: {
    status: 422,
    say: { en: "Please choose a plan or a product.", ko: "플랜 또는 상품을 선택해 주세요." },
  },
  from_over: {
    status: 422,
    say: {
      en: "The first day must lie ahead: nobody's price changes for time that has begun.",
      ko: "적용일은 내일 이후여야 합니다. 이미 시작된 이용 기간의 요금은 변경되지 않습니다.",
    },
  },
  not_published: {
    status: 409,
    say: {
      en: "A draft can be looked at, but nobody is moved to it: publish it first.",
      ko: "초안으로는 미리 확인만 할 수 있습니다. 먼저 게시해 주세요.",
    },
  },
  nobody_moved: {
    status: 409,
    say: {
      en: "There is nobody who could be moved: all stand there already, or their cycle has no price in that version.",
      ko: "변경할 대상이 없습니다. 이미 적용되었거나, 해당 버전에 결제 주기의 가격이 없습니다.",
    },
  },
  price_jumps: {
    status: 409,
    say: {
      en: "Somebody would pay much more than now. Look at the figures once more, and say that you mean it.",
      ko: "요금이 크게 오르는 고객이 있습니다. 금액을 다시 확인한 뒤 진행 의사를 표시해 주세요.",
    },
  },
  change_over: {
    status: 409,
    say: {
      en: "This change is over: there is nothing left to stop.",
      ko: "이미 끝난 요금 변경이라 중단할 수 없습니다.",
    },
  },
  versions_needed: {
    status: 422,
    say: {
      en: "Name two published versions of the plan: the wrong one, and the one whose prices are right.",
      ko: "같은 플랜의 게시된 버전 두 개(잘못된 버전과 올바른 버전)를 선택해 주세요.",
    },
  },
  corrected_otherwise: {
    status: 409,
    say: {
      en: "This version is being put right by another one already.",
      ko: "이 버전은 이미 다른 버전의 요금으로 정정되고 있습니다.",
    },
  },
  correction_missing: {
    status: 404,
    say: { en: "There is no such correction.", ko: "요금 정정 내역을 찾을 수 없습니다." },
  },
  answer_closed: {
    status: 409,
    say: {
      en: "There is nothing to answer here any more: its day has come, or it was taken back.",
      ko: "답변 기간이 지났거나 취소된 요금 변경입니다.",
    },
  },
  price_differs: {
    status: 409,
    say: {
      en: "The price has changed since this page was opened. Please read it again.",
      ko: "화면을 연 뒤 금액이 변경되었습니다. 다시 확인해 주세요.",
    },
  },
})
