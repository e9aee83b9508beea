import { defineWords } from "../../i18n/define-words.ts"

export const words = defineWords({
  en: {
    title: "Add a card",
    opening: "We are opening the payment service's page for you…",
    going: "Taking you to the payment service's page…",
    go: "Go to the payment service's page",
    waiting: "We are waiting for the payment service to tell us about your card…",
    waitingHelp: "This usually takes a few seconds. You may leave: the result reaches us all the same.",
    declined: "The card was not added.",
    declinedHelp: "Nothing was charged. Try again with another card, or ask your bank.",
    abandoned: "No card was added.",
    abandonedHelp: "The page was left or open for too long. Nothing was charged, and you can start again.",
    done: "The card is saved.",
    back: "Back to your payment methods",
  },
  ko: {
    title: "카드 등록",
    opening: "결제대행사 페이지를 여는 중입니다…",
    going: "결제대행사 페이지로 이동합니다…",
    go: "결제대행사 페이지로 이동",
    waiting: "결제대행사의 등록 결과를 기다리고 있습니다…",
    waitingHelp: "보통 몇 초면 확인됩니다. 이 페이지를 닫으셔도 등록 결과는 정상적으로 처리됩니다.",
    declined: "카드가 등록되지 않았습니다.",
    declinedHelp: "청구된 금액은 없습니다. 다른 카드로 다시 등록하시거나 카드사에 문의해 주세요.",
    abandoned: "등록된 카드가 없습니다.",
    abandonedHelp:
      "등록을 마치지 않았거나 시간이 초과되었습니다. 청구된 금액은 없으며 다시 등록하실 수 있습니다.",
    done: "카드가 등록되었습니다.",
    back: "결제수단으로 돌아가기",
  },
})
