import { defineWords } from "../../i18n/define-words.ts"

export const words = defineWords({
  en: {
    sold: "Sold to consumers in other EU countries in {year}: {sold} of {limit}, {percent}%",
    by_oss: "You are registered for the One-Stop-Shop: each consumer's own country taxes them.",
    below: "Below the limit your own country taxes them.",
    near: "At the limit their own countries tax them, from that very sale on. Register for the One-Stop-Shop before, and enter it under Tax.",
    passed:
      "Their own countries tax them now. Register for the One-Stop-Shop and enter it under Tax; until then invoices charge your own country's tax.",
    passed_before:
      "{year} came to {before}, over the limit: this year their own countries tax them from the first sale on. Register for the One-Stop-Shop and enter it under Tax.",
    others: "Not in this sum, being in other currencies: {amounts}.",
    proof: "Up to {limit} a year one proof of a consumer's place is enough.",
    seen: "Added up on",
  },
  ko: {
    sold: "{year}년 다른 EU 국가 소비자 매출: {sold} / {limit} ({percent}%)",
    by_oss: "원스톱숍(OSS)에 등록되어 있어 각 소비자의 국가 세율이 적용됩니다.",
    below: "한도 이내이므로 판매자 국가의 세율이 적용됩니다.",
    near: "한도를 넘는 판매부터 소비자 국가의 세율이 적용됩니다. 그 전에 원스톱숍(OSS)에 등록하고 세금 설정에 입력해 주십시오.",
    passed:
      "이제 소비자 국가의 세율을 적용해야 합니다. 원스톱숍(OSS)에 등록하고 세금 설정에 입력해 주십시오. 입력 전까지는 판매자 국가의 세율이 청구됩니다.",
    passed_before:
      "{year}년 매출이 {before}로 한도를 넘었습니다. 올해는 첫 판매부터 소비자 국가의 세율이 적용됩니다. 원스톱숍(OSS)에 등록하고 세금 설정에 입력해 주십시오.",
    others: "다른 통화의 매출은 합계에 포함되지 않습니다: {amounts}",
    proof: "연 {limit}까지는 소비자 소재지 증빙 1건으로 충분합니다.",
    seen: "집계일",
  },
})
