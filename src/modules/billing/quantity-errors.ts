import { declareRefusals } from "#kit/refusal.ts"

export const quantityRefusals = declareRefusals("billing", {
  quantity_by_service: {
    status: 409,
    say: {
      en: "This pays for one service. Order another one, or change its options.",
      ko: "서비스 1개에 대한 구독입니다. 서비스를 더 주문하시거나 옵션을 변경해 주십시오.",
    },
  },
  quantity_not_offered: {
    status: 403,
    say: {
      en: "The quantity of this subscription is changed by our staff. Please contact us.",
      ko: "이 구독의 수량은 고객센터를 통해 변경하실 수 있습니다. 문의해 주십시오.",
    },
  },
  quantity_out_of_bounds: {
    status: 422,
    say: {
      en: "Choose a number from {least} to {most}.",
      ko: "{least}에서 {most} 사이의 수량을 선택해 주십시오.",
    },
  },
  quantity_bounds_wrong: {
    status: 422,
    say: {
      en: "Enter both, from 1 to 1,000, the smaller one first. Leave both empty if only staff may change the quantity.",
      ko: "1~1,000 범위에서 최소와 최대를 모두 입력해 주세요. 직원만 수량을 바꾸려면 둘 다 비워 두세요.",
    },
  },
  quantity_not_running: {
    status: 409,
    say: {
      en: "The quantity can't be changed: this subscription is not active.",
      ko: "이용 중인 구독이 아니어서 수량을 변경할 수 없습니다.",
    },
  },
  quantity_same: {
    status: 409,
    say: { en: "That is the quantity now.", ko: "현재 수량과 같습니다." },
  },
  quantity_not_paid: {
    status: 409,
    say: {
      en: "Today is not paid. Pay for it first, or change the quantity from the next period on.",
      ko: "오늘은 결제된 이용 기간이 아닙니다. 먼저 결제하시거나 다음 이용 기간부터 변경해 주십시오.",
    },
  },
  quantity_ending: {
    status: 409,
    say: {
      en: "It ends with its paid time: there is no next period.",
      ko: "이용 기간이 끝나면 종료되는 구독이므로 다음 이용 기간이 없습니다.",
    },
  },
  quantity_planned_paid: {
    status: 409,
    say: {
      en: "The next period is already paid with the quantity that was planned. Change it once that period has begun.",
      ko: "예약하신 수량으로 다음 이용 기간이 이미 결제되었습니다. 다음 이용 기간이 시작된 후 변경해 주십시오.",
    },
  },
  quantity_moment: {
    status: 409,
    say: {
      en: "Fewer are possible only from the next period on.",
      ko: "수량을 줄이는 것은 다음 이용 기간부터 가능합니다.",
    },
  },
  quantity_differs: {
    status: 409,
    say: {
      en: "The amount is another one by now. Please look at it again.",
      ko: "금액이 변경되었습니다. 다시 확인해 주십시오.",
    },
  },
  quantity_not_planned: {
    status: 409,
    say: {
      en: "No other quantity is planned, or the next period is already paid with it.",
      ko: "예약된 수량 변경이 없거나, 예약하신 수량으로 다음 이용 기간이 이미 결제되었습니다.",
    },
  },
})
