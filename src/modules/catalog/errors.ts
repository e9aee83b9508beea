import { declareRefusals } from "#kit/refusal.ts"

export const catalogRefusals = declareRefusals("catalog", {
  product_missing: {
    status: 404,
    say: {
      en: "This product is not for sale here. Have a look at the other plans.",
      ko: "판매하지 않는 상품입니다. 다른 플랜을 확인해 주세요.",
    },
  },
  plan_not_for_sale: {
    status: 409,
    say: {
      en: "This plan can't be ordered any more. Please choose another one.",
      ko: "더 이상 주문할 수 없는 플랜입니다. 다른 플랜을 선택해 주세요.",
    },
  },
  plan_sold_out: {
    status: 409,
    say: {
      en: "This plan is sold out at the moment. Please choose another one or come back later.",
      ko: "현재 품절된 플랜입니다. 다른 플랜을 선택하시거나 나중에 다시 확인해 주세요.",
    },
  },
  price_missing: {
    status: 409,
    say: {
      en: "There is no price for this plan in that currency and term. Please choose another term.",
      ko: "선택하신 통화와 결제 주기에 해당하는 가격이 없습니다. 다른 결제 주기를 선택해 주세요.",
    },
  },
  meter_taken: {
    status: 422,
    say: {
      en: "This id is used twice. Please choose another one.",
      ko: "중복된 ID입니다. 다른 ID를 입력해 주세요.",
    },
  },
  meter_package: {
    status: 422,
    say: {
      en: "Say how much a package holds, and only where packages are sold.",
      ko: "패키지 단위로 판매할 때만 패키지 크기를 입력해 주세요.",
    },
  },
  meter_tiers: {
    status: 422,
    say: {
      en: "Each tier ends above the one before, and only the last has no end. Flat prices and packages have one tier.",
      ko: "각 구간의 상한은 이전 구간보다 커야 하며, 마지막 구간만 상한이 없어야 합니다. 단일 단가와 패키지는 구간을 하나만 둘 수 있습니다.",
    },
  },
  meter_prices: {
    status: 422,
    say: {
      en: "Give every tier a price in the same currencies, at least in one.",
      ko: "모든 구간에 같은 통화로 단가를 입력해 주세요. 통화는 하나 이상이어야 합니다.",
    },
  },
  too_few_left: {
    status: 409,
    say: {
      en: "Only {left} of this plan are left. Please order fewer.",
      ko: "이 플랜은 {left}개만 남았습니다. 수량을 줄여 주세요.",
    },
  },
  product_not_found: {
    status: 404,
    say: { en: "There is no such product.", ko: "상품을 찾을 수 없습니다." },
  },
  slug_taken: {
    status: 409,
    say: {
      en: "This address is in use already. Please choose another one.",
      ko: "이미 사용 중인 주소입니다. 다른 주소를 입력해 주세요.",
    },
  },
  not_yet_published: {
    status: 409,
    say: {
      en: "Publish a first version before customers can see this plan.",
      ko: "고객에게 표시하려면 먼저 버전을 게시해 주세요.",
    },
  },
  offer_gone: {
    status: 422,
    say: {
      en: "Take it off the offer instead of removing it: somebody may have ordered it.",
      ko: "이미 주문한 고객이 있을 수 있으므로 삭제하는 대신 판매를 중지해 주세요.",
    },
  },
  coupon_missing: {
    status: 404,
    say: { en: "There is no such coupon.", ko: "쿠폰을 찾을 수 없습니다." },
  },
  coupon_code_taken: {
    status: 409,
    say: {
      en: "This code is in use already. Please choose another one.",
      ko: "이미 사용 중인 쿠폰 코드입니다. 다른 코드를 입력해 주세요.",
    },
  },
  coupon_arms_wrong: {
    status: 422,
    say: {
      en: "To compare percents, enter two or more.",
      ko: "할인율을 비교하려면 두 개 이상 입력해 주세요.",
    },
  },
  coupon_value_needed: {
    status: 422,
    say: { en: "Please say what it takes off.", ko: "할인 금액이나 할인율을 입력해 주세요." },
  },
  coupon_trial_days_needed: {
    status: 422,
    say: {
      en: "Please say how many days longer the trial is.",
      ko: "무료 체험을 며칠 연장할지 입력해 주세요.",
    },
  },
  coupon_trial_days_stray: {
    status: 422,
    say: {
      en: "Days belong to a coupon that makes a trial longer. Leave them empty, or choose that kind.",
      ko: "연장 일수는 무료 체험 연장 쿠폰에만 입력할 수 있습니다. 비워 두시거나 무료 체험 연장을 선택해 주세요.",
    },
  },
  coupon_days_turned: {
    status: 422,
    say: { en: "The last day comes before the first.", ko: "종료일이 시작일보다 빠릅니다." },
  },
  coupon_unknown: {
    status: 409,
    say: {
      en: "This coupon isn't known here. Please check how it is written.",
      ko: "사용할 수 없는 쿠폰입니다. 코드를 다시 확인해 주세요.",
    },
  },
  coupon_coming: {
    status: 409,
    say: { en: "This coupon can't be used yet.", ko: "아직 사용할 수 없는 쿠폰입니다." },
  },
  coupon_over: {
    status: 409,
    say: { en: "This coupon has ended.", ko: "사용 기간이 지난 쿠폰입니다." },
  },
  coupon_used_up: {
    status: 409,
    say: {
      en: "This coupon has been used up. Take it out to order without it.",
      ko: "준비된 수량이 모두 사용된 쿠폰입니다. 쿠폰을 삭제하시면 주문하실 수 있습니다.",
    },
  },
  coupon_currency: {
    status: 409,
    say: {
      en: "This coupon isn't for orders in this currency.",
      ko: "이 통화로는 사용할 수 없는 쿠폰입니다.",
    },
  },
  coupon_not_for_these: {
    status: 409,
    say: {
      en: "This coupon isn't for what is in the cart: another plan or term.",
      ko: "장바구니에 담은 플랜이나 결제 주기에는 사용할 수 없는 쿠폰입니다.",
    },
  },
  coupon_country: {
    status: 409,
    say: {
      en: "The coupon {code} isn't for customers in your country. Take it out of the cart to order without it.",
      ko: "{code} 쿠폰은 해당 국가에서 사용할 수 없습니다. 장바구니에서 쿠폰을 삭제하시면 주문하실 수 있습니다.",
    },
  },
  coupon_new_only: {
    status: 409,
    say: {
      en: "The coupon {code} is for new customers only. Take it out of the cart to order without it.",
      ko: "{code} 쿠폰은 신규 고객만 사용할 수 있습니다. 장바구니에서 쿠폰을 삭제하시면 주문하실 수 있습니다.",
    },
  },
  coupon_used_before: {
    status: 409,
    say: {
      en: "You have used the coupon {code} as often as it may be. Take it out of the cart to order without it.",
      ko: "{code} 쿠폰을 이미 모두 사용하셨습니다. 장바구니에서 쿠폰을 삭제하시면 주문하실 수 있습니다.",
    },
  },
  plan_missing: {
    status: 404,
    say: { en: "There is no such plan.", ko: "플랜을 찾을 수 없습니다." },
  },
  nothing_to_publish: {
    status: 409,
    say: {
      en: "There is no draft to publish. Save what you have changed first.",
      ko: "게시할 초안이 없습니다. 변경한 내용을 먼저 저장해 주세요.",
    },
  },
  nothing_changed: {
    status: 409,
    say: {
      en: "The draft says the same as what is on sale. Nothing was published.",
      ko: "초안이 현재 판매 중인 버전과 같습니다. 게시하지 않았습니다.",
    },
  },
  prices_needed: {
    status: 422,
    say: {
      en: "A plan needs at least one price before it can be sold. Add one to the draft.",
      ko: "판매하려면 가격이 하나 이상 필요합니다. 초안에 가격을 입력해 주세요.",
    },
  },
  price_jumps: {
    status: 422,
    say: {
      en: "A price changes by {percent}%. Look at it once more and confirm that it is meant.",
      ko: "가격이 {percent}% 변경됩니다. 다시 확인하신 후 의도한 변경이 맞는지 체크해 주세요.",
    },
  },
  option_unknown: {
    status: 422,
    say: {
      en: "This can't be chosen with this plan any more. Please look at what it offers now.",
      ko: "이 플랜에서 더 이상 선택할 수 없는 옵션입니다. 현재 제공되는 옵션을 확인해 주세요.",
    },
  },
  option_not_for_term: {
    status: 422,
    say: {
      en: "This isn't offered for the chosen term. Please choose another term or leave it out.",
      ko: "선택하신 결제 주기에는 제공되지 않는 옵션입니다. 다른 결제 주기를 선택하거나 옵션을 제외해 주세요.",
    },
  },
  option_number: {
    status: 422,
    say: {
      en: "Please choose a number from {min} to {max}, in steps of {step}.",
      ko: "{min}부터 {max}까지 {step} 단위로 선택해 주세요.",
    },
  },
  option_choice: {
    status: 422,
    say: { en: "Please choose one of those shown.", ko: "표시된 항목 중에서 선택해 주세요." },
  },
  option_yes_no: {
    status: 422,
    say: { en: "Please choose yes or no.", ko: "선택 여부를 확인해 주세요." },
  },
  option_missing: {
    status: 404,
    say: { en: "The plan has no such option.", ko: "플랜에 없는 옵션입니다." },
  },
  option_taken: {
    status: 422,
    say: {
      en: "This short name is in use here already. Please choose another one.",
      ko: "이미 사용 중인 식별자입니다. 다른 식별자를 입력해 주세요.",
    },
  },
  option_range: {
    status: 422,
    say: {
      en: "The most must be more than the least.",
      ko: "최댓값은 최솟값보다 커야 합니다.",
    },
  },
  option_step: {
    status: 422,
    say: {
      en: "The steps have to lead from the least to the most exactly.",
      ko: "단위는 최솟값에서 최댓값까지 정확히 나누어져야 합니다.",
    },
  },
  option_included: {
    status: 422,
    say: {
      en: "What is included has to be a number that can be chosen.",
      ko: "기본 제공 수량은 선택할 수 있는 수량이어야 합니다.",
    },
  },
  option_choices_needed: {
    status: 422,
    say: {
      en: "A choice needs two to choose from at least; the first comes with the plan.",
      ko: "선택 항목이 두 개 이상 필요합니다. 첫 번째 항목은 플랜에 기본으로 포함됩니다.",
    },
  },
  location_missing: {
    status: 422,
    say: { en: "Please choose one of the locations shown.", ko: "표시된 지역 중에서 선택해 주세요." },
  },
  image_missing: {
    status: 422,
    say: { en: "Please choose one of the systems shown.", ko: "표시된 운영체제 중에서 선택해 주세요." },
  },
})
