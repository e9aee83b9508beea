import { defineWords } from "../../i18n/define-words.ts"

export const words = defineWords({
  en: {
    charged:
      "Your trial: free of charge until {day}. On {chargeOn} your saved payment method is charged with {price}. Cancel by {day} and you pay nothing.",
    byHand:
      "Your trial: free of charge until {day}. Then it costs {price}: pay by hand below, or choose a payment method to be charged. If you do nothing, it stops and you owe nothing.",
    over: "Your trial ended on {day} and it stands still. Nothing is owed. Pay {price} and it runs on, from the day of your payment.",
    notCharged:
      "Your trial ended on {day} and the first payment of {price} did not go through. Pay to keep it, or cancel it: then nothing is owed.",
  },
  ko: {
    charged:
      "무료 체험 중입니다. {day}까지 무료이며, {chargeOn}에 등록된 결제수단으로 {price} 요금이 자동결제됩니다. {day}까지 해지하시면 요금이 청구되지 않습니다.",
    byHand:
      "무료 체험 중입니다. {day}까지 무료이며 이후 요금은 {price}입니다. 계속 이용하시려면 아래에서 결제하시거나 자동결제 수단을 선택해 주세요. 결제하지 않으시면 이용이 중단되고 청구되는 금액은 없습니다.",
    over: "무료 체험이 {day}에 끝나 이용이 정지되었습니다. 청구되는 금액은 없습니다. {price} 요금을 결제하시면 결제일부터 다시 이용하실 수 있습니다.",
    notCharged:
      "무료 체험이 {day}에 끝났으나 첫 결제({price})가 승인되지 않았습니다. 계속 이용하시려면 결제해 주세요. 해지하시면 청구되는 금액은 없습니다.",
  },
})
