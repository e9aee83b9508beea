import { defineWords } from "../../i18n/define-words.ts"

export const words = defineWords({
  en: {
    title: "Edit {name}",
    lead: "Name, billing profile and contacts, as the customer could. What changes stands in the audit, before and after; papers that were issued keep what they said.",
    back: "The customer",
  },
  ko: {
    title: "{name} 수정",
    lead: "이름, 청구 정보, 담당자를 고객 대신 수정합니다. 변경 전후 내용은 감사 로그에 남고, 이미 발행된 문서는 바뀌지 않습니다.",
    back: "고객 정보",
  },
})
