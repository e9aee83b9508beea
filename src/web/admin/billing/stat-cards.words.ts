import { defineWords } from "../../i18n/define-words.ts"

export const words = defineWords({
  en: {
    active: "Active",
    settingUp: "{count} being set up",
    pastDue: "Overdue",
    suspended: "{count} suspended",
    trials: "Trials",
    trialsEnding: "{count} end within 7 days",
    mrr: "MRR",
    nothing: "–",
    sinceDay: "than on {day}",
  },
  ko: {
    active: "이용 중",
    settingUp: "서버 세팅 중 {count}건",
    pastDue: "만료(미납)",
    suspended: "이용 정지 {count}건",
    trials: "체험 중",
    trialsEnding: "7일 안에 종료 {count}건",
    mrr: "월 반복 매출",
    nothing: "–",
    sinceDay: "{day} 대비",
  },
})
