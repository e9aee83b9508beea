import { defineWords } from "../../i18n/define-words.ts"

/** Of an option alone, so that a page with nothing else of the shop stays light. */
export const words = defineWords({
  en: {
    eachUnit: "Each: {each}.",
    eachOf: "Each {unit}: {each}.",
    includedUnits: "{count} included.",
    comesWith: "No extra charge",
    once: "once",
    each: "{cycle, select, hourly {{price} per hour} daily {{price} per day} monthly {{price} per month} quarterly {{price} per quarter} semiannual {{price} per half-year} biennial {{price} per two years} triennial {{price} per three years} one_time {{price} once} other {{price} per year}}",
  },
  ko: {
    eachUnit: "1개당 {each}.",
    eachOf: "1{unit}당 {each}.",
    includedUnits: "(기본 {count} 포함)",
    comesWith: "추가 요금 없음",
    once: "(최초 1회)",
    each: "{cycle, select, hourly {시간당 {price}} daily {1일 {price}} monthly {월 {price}} quarterly {3개월 {price}} semiannual {6개월 {price}} biennial {2년 {price}} triennial {3년 {price}} one_time {{price} (1회)} other {연 {price}}}",
  },
})
