import { defineWords } from "../../i18n/define-words.ts"

export const words = defineWords({
  en: {
    lead: "Everything here may be tried, and nothing of it is real. A stop ticks itself off once you have really done it.",
    standing: "{done} of {of} done",
    allDone: "You have seen it all.",
    done: "done",
    buyTitle: "Buy a server",
    buy: "Choose a plan, sign in as customer@demo.example (customer-of-the-demo) and pay with the test card that is approved. Watch it being built.",
    buyLink: "To the plans",
    breakTitle: "Break the panel",
    break: "Let the panel say that it has no room, and buy once more: paid, and not built.",
    breakLink: "To the panel's switches",
    repairTitle: "Repair it",
    repair:
      "Take the switch away, sign in as operator@demo.example (operate-the-demo) and open what needs a look: each step, each call, each answer. Press “Retry”.",
    repairLink: "To what needs a look",
    clockTitle: "Move the clock",
    clock: "Let a month pass. Each day is played: requests, reminders, charges, suspensions.",
    clockLink: "To the clock",
    money: "Then see who will be asked for what, and what comes in each month.",
    moneyLink: "To the next run",
    away: "Put the tour away",
  },
  ko: {
    lead: "모든 기능을 자유롭게 써 보세요. 실제로 처리되는 것은 없습니다. 직접 해 본 단계는 자동으로 완료 표시됩니다.",
    standing: "{of}단계 중 {done}단계 완료",
    allDone: "모든 단계를 완료했습니다.",
    done: "완료",
    buyTitle: "서버 구매하기",
    buy: "요금제를 고르고 gogaek@demo.example (gogaek-of-the-demo)로 로그인한 뒤, 승인되는 테스트 카드로 결제하세요. 서버가 세팅되는 과정을 볼 수 있습니다.",
    buyLink: "요금제 보기",
    breakTitle: "패널 고장 내기",
    break:
      "패널이 '자원 부족'으로 응답하게 하고 한 번 더 구매해 보세요. 결제는 되지만 서버는 만들어지지 않습니다.",
    breakLink: "패널 설정 열기",
    repairTitle: "복구하기",
    repair:
      "설정을 되돌리고 operator@demo.example (operate-the-demo)로 로그인해 확인이 필요한 작업을 여세요. 단계, 호출, 응답이 모두 보입니다. '다시 시도'를 누르세요.",
    repairLink: "확인이 필요한 작업 보기",
    clockTitle: "시계 옮기기",
    clock: "한 달을 흘려보내 보세요. 청구, 알림, 자동결제, 이용 정지가 날짜마다 실행됩니다.",
    clockLink: "시계 열기",
    money: "이제 다음 청구 대상과 월 반복 매출을 살펴보세요.",
    moneyLink: "다음 청구 보기",
    away: "둘러보기 닫기",
  },
})
