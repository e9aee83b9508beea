import { defineWords } from "../../i18n/define-words.ts"

export const words = defineWords({
  en: {
    title: "Payment methods",
    none: "None is saved: what comes due is paid by hand.",
    remove: "Remove {name}",
    removeWhat:
      "It is never charged again. What was to be charged to it goes to the customer's default method, or is asked for by hand. Only on the customer's word: they would have to add and agree to it again themselves.",
  },
  ko: {
    title: "결제수단",
    none: "등록된 결제수단이 없어 고객이 직접 결제합니다.",
    remove: "{name} 삭제",
    removeWhat:
      "삭제 후에는 이 결제수단으로 결제되지 않습니다. 남은 기본 결제수단으로 결제되거나 고객이 직접 결제하게 됩니다. 다시 등록하려면 고객의 동의가 필요하므로 고객이 요청한 경우에만 삭제하세요.",
  },
})
