import { defineWords } from "../i18n/define-words.ts"

/** Of a saved payment method, wherever it is shown. */
export const words = defineWords({
  en: {
    card: "{brand} ending in {lastFour}",
    payNow: "Pay {amount} now",
    payWith: "Pay {amount} with {method}",
    payOtherwise: "Pay in another way",
    isDefault: "Default",
    expires: "Expires",
    noExpiry: "Not specified",
    agreed: "Agreed",
    charged: "Last charged",
    never: "Not yet",
  },
  ko: {
    card: "{brand}({lastFour})",
    payNow: "{amount} 결제하기",
    payWith: "{method} 카드로 {amount} 결제하기",
    payOtherwise: "다른 방법으로 결제하기",
    isDefault: "기본",
    expires: "유효기간",
    noExpiry: "정보 없음",
    agreed: "동의 일시",
    charged: "최근 결제",
    never: "없음",
  },
})
