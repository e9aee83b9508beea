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
  location_missing: {
    status: 422,
    say: { en: "Please choose one of the locations shown.", ko: "표시된 지역 중에서 선택해 주세요." },
  },
  image_missing: {
    status: 422,
    say: { en: "Please choose one of the systems shown.", ko: "표시된 운영체제 중에서 선택해 주세요." },
  },
})
