import { declareRefusals } from "#kit/refusal.ts"

export const orderRefusals = declareRefusals("orders", {
  cart_missing: {
    status: 404,
    say: {
      en: "This cart is gone. Please choose a plan again.",
      ko: "장바구니를 찾을 수 없습니다. 플랜을 다시 선택해 주세요.",
    },
  },
  stay_offer_missing: {
    status: 409,
    say: {
      en: "This offer is no longer available. You can still cancel.",
      ko: "이 제안은 더 이상 제공되지 않습니다. 해지는 계속 진행하실 수 있습니다.",
    },
  },
  cart_empty: {
    status: 409,
    say: {
      en: "The cart is empty. Choose a plan first.",
      ko: "장바구니가 비어 있습니다. 먼저 플랜을 선택해 주세요.",
    },
  },
  cart_already_ordered: {
    status: 409,
    say: {
      en: "This cart has already become an order. You can find it under your orders.",
      ko: "이미 주문이 완료된 장바구니입니다. 주문 내역에서 확인해 주세요.",
    },
  },
  total_changed: {
    status: 409,
    say: {
      en: "The total has changed while you were looking: it is {total} now. Nothing has been ordered. Look through the order and place it again.",
      ko: "주문 금액이 변경되어(현재 {total}) 아직 주문되지 않았습니다. 주문 내역을 확인하신 후 다시 주문해 주세요.",
    },
  },
  coupons_full: {
    status: 409,
    say: {
      en: "A cart takes up to {limit} coupons. Take one out first.",
      ko: "쿠폰은 최대 {limit}개까지 사용할 수 있습니다. 다른 쿠폰을 먼저 삭제해 주세요.",
    },
  },
  coupon_not_better: {
    status: 409,
    say: {
      en: "Another coupon takes more off; the two can't be combined.",
      ko: "다른 쿠폰의 할인 금액이 더 크며, 함께 사용할 수 없습니다.",
    },
  },
  coupon_not_longer: {
    status: 409,
    say: {
      en: "Another coupon makes the trial longer; the two can't be combined.",
      ko: "다른 쿠폰의 연장 일수가 더 길며, 함께 사용할 수 없습니다.",
    },
  },
  coupon_trial_not_chosen: {
    status: 409,
    say: {
      en: "This coupon makes a free trial longer. Put the plan into the cart to be tried first, and it counts.",
      ko: "무료 체험 기간을 연장하는 쿠폰입니다. 무료 체험을 선택하여 플랜을 담으시면 적용됩니다.",
    },
  },
  coupon_no_trial: {
    status: 409,
    say: {
      en: "This coupon makes a free trial longer, and nothing in the cart has one for you.",
      ko: "무료 체험 기간을 연장하는 쿠폰입니다. 장바구니에 무료 체험을 이용하실 수 있는 상품이 없습니다.",
    },
  },
  cart_full: {
    status: 422,
    say: { en: "A cart holds up to {limit} lines.", ko: "장바구니에는 최대 {limit}개까지 담을 수 있습니다." },
  },
  change_missing: {
    status: 409,
    say: {
      en: "This service has no paid time whose plan could be changed.",
      ko: "플랜을 변경할 수 있는 이용 중인 상품이 아닙니다.",
    },
  },
  change_not_possible: {
    status: 409,
    say: {
      en: "This service can't be changed to that plan.",
      ko: "선택하신 플랜으로 변경할 수 없습니다.",
    },
  },
  moment_not_offered: {
    status: 409,
    say: {
      en: "This shop lets a change to that plan begin at another moment. Please look at what is offered.",
      ko: "선택하신 시점에는 이 플랜으로 변경하실 수 없습니다. 변경 가능한 시점을 확인해 주세요.",
    },
  },
  nothing_planned: {
    status: 409,
    say: {
      en: "No change of plan is planned that could be taken back.",
      ko: "철회할 수 있는 플랜 변경 예약이 없습니다.",
    },
  },
  change_differs: {
    status: 409,
    say: {
      en: "The difference has changed since it was shown. Please look at the new one first.",
      ko: "안내해 드린 뒤 차액이 바뀌었습니다. 새 금액을 확인해 주십시오.",
    },
  },
  trial_gone: {
    status: 409,
    say: {
      en: "This plan can't be tried first: it is paid for from the first day.",
      ko: "무료 체험을 제공하지 않는 플랜입니다. 처음부터 결제 후 이용하실 수 있습니다.",
    },
  },
  trial_used: {
    status: 409,
    say: {
      en: "You have tried this before, so it is paid for from the first day.",
      ko: "이미 체험하신 상품이므로 처음부터 결제 후 이용하실 수 있습니다.",
    },
  },
  trial_one_piece: {
    status: 422,
    say: {
      en: "One piece can be tried. Order the others once you like it.",
      ko: "무료 체험은 1개만 신청하실 수 있습니다. 나머지는 체험 후 주문해 주세요.",
    },
  },
  trial_needs_sign_in: {
    status: 422,
    say: {
      en: "Sign in or create an account first: a trial is for customers whose address is confirmed.",
      ko: "먼저 로그인하시거나 가입해 주세요. 무료 체험은 이메일 주소를 확인한 고객만 이용하실 수 있습니다.",
    },
  },
  trial_needs_method: {
    status: 422,
    say: {
      en: "Choose a saved payment method and agree that it is charged when the trial is over. If there is none, add one first.",
      ko: "체험 종료 후 자동결제할 결제수단을 선택하고 동의해 주세요. 등록된 결제수단이 없으면 먼저 등록해 주세요.",
    },
  },
  order_missing: {
    status: 404,
    say: { en: "There is no such order.", ko: "주문을 찾을 수 없습니다." },
  },
  order_not_held: {
    status: 409,
    say: {
      en: "This order isn't waiting for approval any more. Reload the page to see where it stands.",
      ko: "승인 대기 중인 주문이 아닙니다. 페이지를 새로 고쳐 현재 상태를 확인해 주세요.",
    },
  },
  order_not_open: {
    status: 409,
    say: {
      en: "This order is paid or closed and can't be withdrawn any more. Reload the page to see where it stands.",
      ko: "이미 결제되었거나 종료되어 취소할 수 없는 주문입니다. 페이지를 새로 고쳐 현재 상태를 확인해 주세요.",
    },
  },
  person_needed: {
    status: 422,
    say: {
      en: "Please tell us your name, e-mail and a password, or sign in.",
      ko: "이름, 이메일, 비밀번호를 입력하시거나 로그인해 주세요.",
    },
  },
})
