import { defineWords } from "../i18n/define-words.ts"

/** How often something is paid for. */
export const words = defineWords({
  en: {
    hourly: "Hourly",
    daily: "Daily",
    monthly: "Monthly",
    quarterly: "Quarterly",
    semiannual: "Half-yearly",
    annual: "Yearly",
    biennial: "Every two years",
    triennial: "Every three years",
    one_time: "Once",
  },
  ko: {
    hourly: "1시간",
    daily: "1일",
    monthly: "1개월",
    quarterly: "3개월",
    semiannual: "6개월",
    annual: "1년",
    biennial: "2년",
    triennial: "3년",
    one_time: "1회 결제",
  },
})
