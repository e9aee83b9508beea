import { defineWords } from "../i18n/define-words.ts"

/** Of a saved payment method, wherever it is shown. */
export const words = defineWords({
  en: {
    card: "{brand} ending in {lastFour}",
    isDefault: "Default",
    expires: "Expires",
    noExpiry: "Not said",
    agreed: "Agreed",
    charged: "Last charged",
    never: "Not yet",
  },
  ko: {
    card: "{brand}({lastFour})",
    isDefault: "기본",
    expires: "유효기간",
    noExpiry: "정보 없음",
    agreed: "동의 일시",
    charged: "최근 결제",
    never: "없음",
  },
})
