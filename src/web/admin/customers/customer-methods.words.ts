import { defineWords } from "../../i18n/define-words.ts"

export const words = defineWords({
  en: {
    title: "Payment methods",
    none: "None saved. The customer pays manually.",
    remove: "Remove {name}",
    removeWhat:
      "It is never charged again. Payments move to the customer's default method or have to be made manually. Only at the customer's request: they would have to add it and consent again themselves.",
  },
  ko: {
    title: "결제수단",
    none: "등록된 결제수단이 없어 고객이 직접 결제합니다.",
    remove: "{name} 삭제",
    removeWhat:
      "삭제 후에는 이 결제수단으로 결제되지 않습니다. 남은 기본 결제수단으로 결제되거나 고객이 직접 결제하게 됩니다. 다시 등록하려면 고객의 동의가 필요하므로 고객이 요청한 경우에만 삭제하세요.",
  },
})
