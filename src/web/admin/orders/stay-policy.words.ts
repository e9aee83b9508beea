import { defineWords } from "../../i18n/define-words.ts"

export const words = defineWords({
  en: {
    toSettings: "All settings",
    title: "Offer on cancelling",
    lead: "One offer below the cancel button, where it fits the service. Cancelling stays one click.",
    offer: "What customers who cancel are offered",
    nothing: "Nothing",
    nothingHelp: "Only the form to cancel.",
    pause: "A pause",
    pauseHelp: "As long as your billing rules allow. Nothing is offered where pauses are off.",
    cheaper_plan: "A cheaper plan",
    cheaper_planHelp:
      "The next smaller plan of the same product. Nothing is offered where there is none or its disk is too small.",
    save: "Save",
    saved: "Saved. It applies from now on.",
    figures: "What became of it",
    figuresLead: "Since {since}, each subscription by its last answer.",
    kind: "Offer",
    cancelled: "Cancelled",
    kept: "Kept by the offer",
    noFigures: "Nobody has answered an offer yet.",
  },
  ko: {
    toSettings: "전체 설정",
    title: "해지 시 제안",
    lead: "해지 버튼 아래에 서비스에 맞는 제안을 하나만 표시합니다. 해지는 언제나 클릭 한 번으로 완료됩니다.",
    offer: "해지하려는 고객에게 제안할 내용",
    nothing: "제안하지 않음",
    nothingHelp: "해지 양식만 표시합니다.",
    pause: "일시정지",
    pauseHelp:
      "청구 및 미납 정책에서 정한 기간까지 가능합니다. 일시정지를 허용하지 않으면 표시되지 않습니다.",
    cheaper_plan: "더 저렴한 플랜",
    cheaper_planHelp:
      "같은 상품의 바로 아래 플랜을 제안합니다. 해당하는 플랜이 없거나 디스크 용량이 부족하면 표시되지 않습니다.",
    save: "저장",
    saved: "저장되었습니다. 지금부터 적용됩니다.",
    figures: "제안 결과",
    figuresLead: "{since} 이후의 응답이며, 상품마다 마지막 응답만 집계합니다.",
    kind: "제안",
    cancelled: "해지",
    kept: "제안으로 유지",
    noFigures: "아직 응답한 고객이 없습니다.",
  },
})
