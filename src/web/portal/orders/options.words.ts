import { defineWords } from "../../i18n/define-words.ts"

export const words = defineWords({
  en: {
    title: "Change options",
    lead: "Options cost what they did when you bought the plan. For days already paid, the difference is calculated by the day; your last day stays {lastDay}.",
    notPaid: "This service is not paid for at present. Pay for it first, then change the options.",
    none: "Nothing can be chosen with this plan.",
    otherPlans: "See other plans",
    compute: "Show what it costs",
    unchanged: "This is what you have now. Choose something else to see what it costs.",
    costs: "What it costs",
    planned: "Planned. You can take it back on this page until the next period is paid.",
    stays: "Everything stays as it is.",
    done: "The options are changed. The server gets its new size now; some parts need a restart.",
    plannedFirst: "A change is planned already. Take it back to choose other options now.",
  },
  ko: {
    title: "옵션 변경",
    lead: "옵션 요금은 플랜을 구매하신 시점의 금액이 적용됩니다. 결제하신 기간은 차액을 일할 계산하며, 만료일은 {lastDay} 그대로입니다.",
    notPaid: "이용 기간이 결제되지 않은 서비스입니다. 먼저 기간을 연장하신 뒤 옵션을 변경해 주십시오.",
    none: "이 플랜에는 선택하실 수 있는 옵션이 없습니다.",
    otherPlans: "다른 플랜 보기",
    compute: "금액 계산",
    unchanged: "현재 이용 중인 옵션입니다. 다른 옵션을 선택하시면 금액이 표시됩니다.",
    costs: "변경 금액",
    planned: "옵션 변경이 예약되었습니다. 다음 이용 기간을 결제하기 전까지 이 화면에서 철회하실 수 있습니다.",
    stays: "현재 옵션을 그대로 유지합니다.",
    done: "옵션이 변경되었습니다. 서버 사양이 곧 적용되며, 일부 항목은 재시작 후 적용됩니다.",
    plannedFirst: "예약된 변경이 있습니다. 지금 변경하시려면 예약을 먼저 철회해 주십시오.",
  },
})
