import { defineWords } from "../../i18n/define-words.ts"

export const words = defineWords({
  en: {
    edit: "Edit",
    title: "Edit the subscription",
    what: "Price, plan and days stay as they are. What is already asked for keeps its purchase order number.",
    memo: "Memo",
    memoHelp: "For staff only. Customers don't see it.",
    purchaseOrder: "Purchase order number",
    purchaseOrderHelp: "Printed on the requests and invoices of the next periods.",
    least: "Customer may choose from",
    most: "Customer may choose up to",
    boundsHelp: "The quantity. Leave both empty if only staff may change it.",
    payment: "Payment",
    byHand: "Manual: the customer pays each request",
    methodHelp: "An automatic payment is taken on the due day.",
  },
  ko: {
    edit: "수정",
    title: "구독 정보 수정",
    what: "요금, 플랜, 이용 기간은 그대로 유지됩니다. 이미 발행된 청구서의 발주 번호는 바뀌지 않습니다.",
    memo: "메모",
    memoHelp: "직원만 볼 수 있습니다. 고객에게는 표시되지 않습니다.",
    purchaseOrder: "발주 번호",
    purchaseOrderHelp: "다음 이용 기간의 청구서와 거래명세서에 표시됩니다.",
    least: "고객 선택 가능 최소 수량",
    most: "고객 선택 가능 최대 수량",
    boundsHelp: "직원만 수량을 변경하려면 둘 다 비워 두세요.",
    payment: "결제 방식",
    byHand: "수동: 고객이 청구서마다 직접 결제",
    methodHelp: "자동 결제는 결제 기한일에 이루어집니다.",
  },
})
