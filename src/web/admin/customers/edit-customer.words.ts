import { defineWords } from "../../i18n/define-words.ts"

export const words = defineWords({
  en: {
    title: "Edit {name}",
    lead: "Edit name, billing profile and contacts for the customer. The audit log keeps the values before and after; issued documents don't change.",
    back: "Customer",
  },
  ko: {
    title: "{name} 수정",
    lead: "이름, 청구 정보, 담당자를 고객 대신 수정합니다. 변경 전후 내용은 감사 로그에 남고, 이미 발행된 문서는 바뀌지 않습니다.",
    back: "고객 정보",
  },
})
