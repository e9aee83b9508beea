import { defineWords } from "../../i18n/define-words.ts"

export const words = defineWords({
  en: {
    title: "E-mails",
    none: "This invoice has not been mailed.",
    again: "Mail again",
    againTitle: "Mail it again?",
    againWhat:
      "The account and everyone who receives its invoices get an e-mail with the document attached, each in their own language.",
    document: "Document",
  },
  ko: {
    title: "발송 내역",
    none: "이메일로 보낸 적이 없습니다.",
    again: "다시 보내기",
    againTitle: "이메일로 다시 보낼까요?",
    againWhat: "고객과 거래명세서 수신자에게 문서를 첨부하여 각자의 언어로 보냅니다.",
    document: "문서",
  },
})
