import { defineWords } from "../../i18n/define-words.ts"

export const words = defineWords({
  en: {
    lost: "VIES no longer confirms these VAT numbers. The customers were told. Tax is charged until the number in the billing profile is corrected:",
    since: "invalid since",
  },
  ko: {
    lost: "VIES에서 더 이상 확인되지 않는 VAT 번호입니다. 고객에게 안내했으며, 청구 정보의 번호를 바로잡을 때까지 세금이 부과됩니다.",
    since: "무효 확인 일시",
  },
})
