import { defineWords } from "../../i18n/define-words.ts"

export const words = defineWords({
  en: {
    used: "{used} of your credit is set aside for this; {left} is left to pay.",
    keep: "Pay all of it otherwise",
    available: "You have {amount} of credit.",
    use: "Use it for this",
  },
  ko: {
    used: "예치금·적립금 {used}이 사용될 예정이며, 결제하실 금액은 {left}입니다.",
    keep: "예치금 사용 안 함",
    available: "사용 가능한 예치금·적립금이 {amount} 있습니다.",
    use: "예치금 사용하기",
  },
})
