import { defineWords } from "../../i18n/define-words.ts"

export const words = defineWords({
  en: {
    title: "Payment methods",
    lead: "The cards we may charge when a payment is due. You can add, change and remove them at any time.",
    add: "Add a card",
    addWhat:
      "You enter the card on the payment service's page and agree there to being charged. Nothing is charged now.",
    none: "No payment method is saved",
    noneHelp:
      "Without one, nothing is charged automatically: we send you a payment request before each due date, and you pay it yourself.",
    makeDefault: "Make default",
    remove: "Remove",
    removeTitle: "Remove {name}?",
    removeWhat:
      "It will not be charged again. What was due to be charged to it goes to your default method, if you have another one.",
    removeLast:
      "It is your last payment method. Your services keep running, but nothing is charged automatically any more: we send you a payment request before each due date, and you pay it yourself. Services that stay unpaid are suspended.",
    byHand: "You will have to pay for these yourself:",
    until: "paid until",
    added: "The card is saved. It will be charged when a payment is due.",
    changed: "It is now your default method.",
    removed: "The payment method is removed. It will not be charged again.",
    noAccount: "You have no account here yet, so there is nothing to pay for.",
  },
  ko: {
    title: "결제수단",
    lead: "결제일에 자동으로 결제할 카드입니다. 언제든지 등록, 변경, 삭제하실 수 있습니다.",
    add: "카드 등록하기",
    addWhat: "결제대행사 페이지에서 카드를 입력하고 자동결제에 동의합니다. 지금은 청구되지 않습니다.",
    none: "등록된 결제수단이 없습니다",
    noneHelp:
      "등록된 결제수단이 없으면 자동으로 결제되지 않습니다. 결제일 전에 보내 드리는 청구서로 직접 결제하시면 됩니다.",
    makeDefault: "기본 결제수단으로 설정",
    remove: "삭제",
    removeTitle: "{name} 결제수단을 삭제하시겠습니까?",
    removeWhat:
      "삭제 후에는 이 카드로 결제되지 않습니다. 다른 결제수단이 있으면 앞으로는 기본 결제수단으로 결제됩니다.",
    removeLast:
      "결제할 수 있는 마지막 결제수단입니다. 이용 중인 서비스는 유지되지만 더 이상 자동으로 결제되지 않습니다. 결제일 전에 보내 드리는 청구서로 직접 결제해 주세요. 미납 시 서비스 이용이 정지됩니다.",
    byHand: "앞으로 직접 결제하셔야 하는 서비스:",
    until: "만료일",
    added: "카드가 등록되었습니다. 결제일에 이 카드로 결제됩니다.",
    changed: "기본 결제수단이 변경되었습니다.",
    removed: "결제수단이 삭제되었습니다. 더 이상 결제되지 않습니다.",
    noAccount: "이용 중인 계정이 없어 결제할 내역이 없습니다.",
  },
})
