import { defineWords } from "../../i18n/define-words.ts"

export const words = defineWords({
  en: {
    title: "Payment",
    opening: "We are opening the payment page for you…",
    going: "Taking you to the payment page…",
    go: "Go to the payment page",
    doNotPayTwice:
      "Please do not start a second payment: we are asking the payment service what became of this one.",
    waiting: "We are waiting for the payment service to confirm your payment…",
    waitingHelp:
      "This usually takes a few seconds. You may leave: the result reaches us even if you close this page.",
    settled: "Your payment of {amount} has arrived. Thank you.",
    declined: "The payment of {amount} was declined.",
    declinedHelp: "You have not been charged. Try again with another card, or ask your bank.",
    abandoned: "The payment was not finished.",
    abandonedHelp: "You have not been charged, and your order is kept. You can try again.",
    refunded: "The payment of {amount} has been paid back to you.",
    tryAgain: "Try again",
    toOrder: "See your order",
    toRequest: "See the payment request",
  },
  ko: {
    title: "결제",
    opening: "결제 페이지를 여는 중입니다…",
    going: "결제 페이지로 이동합니다…",
    go: "결제 페이지로 이동",
    doNotPayTwice:
      "중복 결제되지 않도록 다시 결제하지 마시고 잠시 기다려 주세요. 결제 결과를 결제사에 확인하고 있습니다.",
    waiting: "결제사의 승인 결과를 기다리고 있습니다…",
    waitingHelp: "보통 몇 초면 확인됩니다. 이 페이지를 닫으셔도 결제 결과는 정상적으로 처리됩니다.",
    settled: "{amount} 결제가 완료되었습니다. 감사합니다.",
    declined: "{amount} 결제가 승인되지 않았습니다.",
    declinedHelp: "청구된 금액은 없습니다. 다른 카드로 다시 시도하시거나 카드사에 문의해 주세요.",
    abandoned: "결제가 완료되지 않았습니다.",
    abandonedHelp: "청구된 금액은 없으며 주문은 그대로 유지됩니다. 다시 결제하실 수 있습니다.",
    refunded: "{amount} 결제가 취소되어 환불되었습니다.",
    tryAgain: "다시 결제하기",
    toOrder: "주문 확인",
    toRequest: "청구서 확인",
  },
})
