import { defineWords } from "../../i18n/define-words.ts"

export const words = defineWords({
  en: {
    seeRequest: "Request and bank transfers",
    reissue: "Correct tax",
    writeOff: "Write off",
    writeOffTitle: "Write off this invoice?",
    writeOffWhat:
      "The amount due becomes a loss in the books. The invoice stays as issued, and the customer can no longer pay it.",
    reason: "Reason",
    reasonHelp: "Kept in the audit log. Customers don't see it.",
    overdue: "Due date",
    overdueOnly: "Overdue",
    invoice: "Invoice",
    requests: "Payment requests",
    quotes: "Quotes",
    why: "Reason",
    notesNone: "No credit notes yet",
    notesHelp: "A credit note is issued when all or part of an invoice is cancelled.",
  },
  ko: {
    seeRequest: "청구서 및 입금 기록",
    reissue: "세금 정정",
    writeOff: "대손 처리",
    writeOffTitle: "이 거래명세서를 대손 처리할까요?",
    writeOffWhat:
      "미수금이 장부에 손실로 기록됩니다. 거래명세서는 그대로 유지되며 고객은 더 이상 결제할 수 없습니다.",
    reason: "사유",
    reasonHelp: "감사 로그에 남으며 고객에게는 보이지 않습니다.",
    overdue: "결제 기한",
    overdueOnly: "지남",
    invoice: "원본 문서",
    requests: "청구서",
    quotes: "견적서",
    why: "사유",
    notesNone: "취소 거래명세서가 없습니다",
    notesHelp: "거래명세서의 전부 또는 일부가 취소되면 발행됩니다.",
  },
})
