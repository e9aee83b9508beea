import { defineWords } from "../../i18n/define-words.ts"

export const words = defineWords({
  en: {
    trial: "Free trial",
    days: "Free days",
    daysHelp: "Counted from the day it is ready. Empty: no trial.",
    once: "Limit",
    onceHelp: "Counted for everything ever ordered with the customer's e-mail address.",
    yes: "Yes",
    no: "No",
    oncePerProduct: "Once for this product",
    oncePerShop: "Once in the whole shop",
    asksMethod: "Require a payment method and charge it when the trial ends",
    asksMethodHelp:
      "If not ticked, the customer must pay manually to continue; otherwise it stops. Either way customers are told before it ends. Where the law requires new consent, nobody is charged without it.",
  },
  ko: {
    trial: "첫 결제 전 무료 체험",
    days: "무료 일수",
    daysHelp: "설치 완료일부터 계산합니다. 비워 두면 체험을 제공하지 않습니다.",
    once: "이용 횟수",
    onceHelp: "고객의 이메일 주소로 주문한 모든 내역을 기준으로 합니다.",
    yes: "등록함",
    no: "등록 안 함",
    oncePerProduct: "이 상품에서 1회",
    oncePerShop: "전체 상품에서 1회",
    asksMethod: "결제수단을 먼저 등록하고 체험이 끝나면 자동결제",
    asksMethodHelp:
      "선택하지 않으면 고객이 직접 결제해야 계속 이용할 수 있고, 결제하지 않으면 이용이 중단됩니다. 어느 경우든 종료 전에 안내하며, 법령상 새로운 동의가 필요하면 동의 없이 결제되지 않습니다.",
  },
})
