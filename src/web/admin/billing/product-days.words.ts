import { defineWords } from "../../i18n/define-words.ts"

export const words = defineWords({
  en: {
    title: "Different days for single products",
    what: "Requests are one for everything due on a day, so their days and the charges are the shop's. Reminders, suspension and deletion can differ.",
    product: "Product",
    choose: "Choose a product",
    reminders: "Reminders (days before)",
    suspend: "Suspend (days after)",
    terminate: "Delete (days after)",
    says: "Reminders: {reminders} days before. Suspended after {suspend} days, deleted after {terminate}.",
    saysNone: "No reminders. Suspended after {suspend} days, deleted after {terminate}.",
    save: "Save for this product",
    remove: "Use the shop's days",
    none: "All products follow the days above.",
    unknown: "A product that can't be shown to you",
  },
  ko: {
    title: "상품별 기간",
    what: "같은 날 결제할 금액은 한 건으로 청구되므로 청구일과 자동 결제일은 위 설정을 따르며, 결제 안내와 이용 정지, 삭제 시점만 상품별로 다르게 지정할 수 있습니다.",
    product: "상품",
    choose: "상품 선택",
    reminders: "결제 안내 (며칠 전)",
    suspend: "이용 정지 (며칠 후)",
    terminate: "삭제 (며칠 후)",
    says: "결제 안내: {reminders}일 전. {suspend}일 후 이용 정지, {terminate}일 후 삭제.",
    saysNone: "결제 안내 없음. {suspend}일 후 이용 정지, {terminate}일 후 삭제.",
    save: "이 상품에 적용",
    remove: "기본 기간으로 되돌리기",
    none: "모든 상품에 위 기간이 적용됩니다.",
    unknown: "조회 권한이 없는 상품",
  },
})
