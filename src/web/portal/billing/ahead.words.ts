import { defineWords } from "../../i18n/define-words.ts"

/** What is to come: extending, how it is paid, the next twelve months. */
export const words = defineWords({
  en: {
    extend: "Extend",
    extendWhat: "Choose for how long. The time is added after the last day you have paid for.",
    extendAfterPause: "Choose for how long. The time is added after the pause.",
    extendFor: "For how long",
    extendChoice:
      "{unit, select, hour {{count, plural, one {# hour} other {# hours}}} day {{count, plural, one {# day} other {# days}}} month {{count, plural, one {# month} other {# months}}} year {{count, plural, one {# year} other {# years}}} other {Once}}: {total}, through {day}",
    extendNow: "Continue to payment",
    collecting: "How you pay",
    collectBy: "When it falls due",
    collectByHand: "I pay it myself",
    collectHelp:
      "A saved method is charged on the last day, from 9 in the morning. If that fails, we write to you and try again after one, three and five days.",
    noMethod: "With a saved payment method it is extended automatically. You have not saved one yet.",
    collectSave: "Save",
    addMethod: "Payment methods",
    upcoming: "Charges in the next 12 months",
    upcomingHelp: "If nothing changes, and at the prices agreed now.",
    noUpcoming: "Nothing will be charged.",
  },
  ko: {
    extend: "기간 연장",
    extendWhat: "연장할 기간을 선택해 주세요. 결제가 완료되면 만료일 다음 날부터 연장됩니다.",
    extendAfterPause: "연장할 기간을 선택해 주세요. 일시정지가 끝나 다시 시작되는 날부터 연장됩니다.",
    extendFor: "연장 기간",
    extendChoice:
      "{unit, select, hour {{count}시간} day {{count}일} month {{count}개월} year {{count}년} other {1회}}: {total}, {day}까지",
    extendNow: "결제하러 가기",
    collecting: "결제 방식",
    collectBy: "만료일에 결제하는 방법",
    collectByHand: "직접 결제",
    collectHelp:
      "등록된 결제수단으로 만료일 오전 9시부터 결제됩니다. 결제되지 않으면 1일, 3일, 5일 후 다시 시도하고 메일로 안내해 드립니다.",
    noMethod:
      "결제수단을 등록하시면 자동으로 연장됩니다. 아직 자동결제에 사용할 수 있는 결제수단이 없습니다.",
    collectSave: "저장",
    addMethod: "결제수단 관리",
    upcoming: "앞으로 12개월 결제 예정",
    upcomingHelp: "변경이 없을 때의 예정 금액이며, 현재 약정된 가격 기준입니다.",
    noUpcoming: "결제 예정 금액이 없습니다.",
  },
})
