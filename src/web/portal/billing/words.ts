import { defineWords } from "../../i18n/define-words.ts"

export const words = defineWords({
  en: {
    requestTitle: "Payment request {number}",
    whatFor: "What it is for",
    payUntil: "Please pay by",
    purchaseOrder: "Purchase order",
    lateFromTheOldEnd:
      "Its last day is over. What you pay now counts from the day after it, so the days since are paid as well.",
    lateFromPayment: "Its last day is over. What you pay now counts from today on.",
    mayNotPay: "Somebody who may pay for this account has to do this.",
    withdrawn: "This request was taken back: there is nothing to pay here any more.",
    paid: "It is paid. Thank you.",
    seeInvoice: "See the invoice",
    seeServices: "Your services",
  },
  ko: {
    requestTitle: "청구서 {number}",
    whatFor: "청구 내역",
    payUntil: "결제 기한:",
    purchaseOrder: "발주 번호",
    lateFromTheOldEnd: "만료일이 지났습니다. 지금 결제하시면 기존 만료일 다음 날부터 계산됩니다.",
    lateFromPayment: "만료일이 지났습니다. 지금 결제하시면 오늘부터 계산됩니다.",
    mayNotPay: "이 계정의 결제 권한이 있는 구성원만 결제할 수 있습니다.",
    withdrawn: "취소된 청구서입니다. 결제하실 금액이 없습니다.",
    paid: "결제가 완료되었습니다. 감사합니다.",
    seeInvoice: "거래명세서 보기",
    seeServices: "나의 서비스",
  },
})
