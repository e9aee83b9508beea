import { declareRefusals } from "#kit/refusal.ts"

export const taxRefusals = declareRefusals("tax", {
  rate_missing: {
    status: 409,
    say: {
      en: "No tax rate is known for {place}, so nothing can be charged there. The shop has to enter the rate first; please write to it.",
      ko: "{place} 지역의 세율이 등록되어 있지 않아 금액을 계산할 수 없습니다. 판매자가 세율을 먼저 등록해야 하니 판매자에게 문의해 주세요.",
    },
  },
  registration_missing: {
    status: 404,
    say: { en: "There is no such registration.", ko: "사업자 등록 정보를 찾을 수 없습니다." },
  },
  registration_there: {
    status: 409,
    say: {
      en: "You are registered there on that day already. End the other registration first.",
      ko: "해당 날짜에 이미 등록된 지역입니다. 기존 등록을 먼저 종료해 주세요.",
    },
  },
  registration_without_rate: {
    status: 409,
    say: {
      en: "No rate is known for that place and day. Enter the rate first, then the registration.",
      ko: "해당 지역과 날짜의 세율이 없습니다. 세율을 먼저 등록한 뒤 사업자 등록 정보를 입력해 주세요.",
    },
  },
  oss_outside: {
    status: 422,
    say: {
      en: "A One-Stop-Shop registration is with a country of the EU. Choose one, without a region.",
      ko: "OSS 등록은 EU 회원국에만 할 수 있습니다. 지역 없이 회원국을 선택해 주세요.",
    },
  },
  days_wrong: {
    status: 422,
    say: {
      en: "The last day can't come before the first.",
      ko: "종료일은 시작일보다 앞설 수 없습니다.",
    },
  },
  rate_later: {
    status: 409,
    say: {
      en: "A rate for that place and class begins on that day or later. Choose a later day.",
      ko: "같은 지역과 분류에 이 날짜 이후에 시작하는 세율이 이미 있습니다. 더 늦은 날짜를 선택해 주세요.",
    },
  },
  rate_too_fine: {
    status: 422,
    say: {
      en: "Rate and taxable share together have more than four digits after the point. Enter fewer.",
      ko: "세율과 과세 비율을 곱한 값이 소수점 아래 네 자리를 넘습니다. 자릿수를 줄여 주세요.",
    },
  },
  share_beyond: {
    status: 422,
    say: {
      en: "The taxable share is 100 percent at most.",
      ko: "과세 비율은 100%를 넘을 수 없습니다.",
    },
  },
  exemption_missing: {
    status: 404,
    say: { en: "There is no such certificate.", ko: "면세 증명서를 찾을 수 없습니다." },
  },
  exemption_days: {
    status: 422,
    say: {
      en: "A certificate can end only between its first and its last day. For a later end, enter the new certificate.",
      ko: "증명서의 시작일과 종료일 사이의 날짜만 입력할 수 있습니다. 더 늦은 날짜는 새 증명서를 등록해 주세요.",
    },
  },
  exemption_without_places: {
    status: 409,
    say: {
      en: "Tax isn't charged by place yet. Enter where you are registered first, under Settings, Tax.",
      ko: "아직 지역별 과세를 사용하지 않습니다. 먼저 설정의 세금 페이지에서 세금 등록 정보를 입력해 주세요.",
    },
  },
  proof_missing: {
    status: 404,
    say: { en: "There is no such question about a place.", ko: "소재지 확인 항목을 찾을 수 없습니다." },
  },
  proof_settled: {
    status: 409,
    say: {
      en: "This place is settled already. Reload the page to see by whom.",
      ko: "이미 확인이 끝난 소재지입니다. 페이지를 새로고침해 주세요.",
    },
  },
  vat_unanswered: {
    status: 409,
    say: {
      en: "Your VAT number is being checked, which takes a few seconds. Please press again.",
      ko: "VAT 번호를 확인하고 있습니다. 몇 초 뒤에 다시 눌러 주세요.",
    },
  },
  vat_too_many: {
    status: 429,
    say: {
      en: "Too many VAT numbers were tried from your network. Please try again in {minutes} minutes, or order without one: the number can be added to your billing profile later.",
      ko: "동일한 네트워크에서 VAT 번호를 너무 많이 조회했습니다. {minutes}분 후에 다시 시도하거나, VAT 번호 없이 주문한 뒤 청구 정보에 등록해 주세요.",
    },
  },
  account_missing: {
    status: 404,
    say: { en: "There is no such customer.", ko: "고객을 찾을 수 없습니다." },
  },
  product_missing: {
    status: 404,
    say: { en: "There is no such product.", ko: "상품을 찾을 수 없습니다." },
  },
})
