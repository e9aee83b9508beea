import { defineWords } from "../../i18n/define-words.ts"

/** Of an option alone, so that a page with nothing else of the shop stays light. */
export const words = defineWords({
  en: {
    eachUnit: "Each: {each}.",
    eachOf: "Each {unit}: {each}.",
    includedUnits: "{count}{unit, select, none {} other { {unit}}} included.",
    comesWith: "No extra charge",
    once: "once",
    each: "{cycle, select, hourly {{price}\u00a0per\u00a0hour} daily {{price}\u00a0per\u00a0day} monthly {{price}\u00a0per\u00a0month} quarterly {{price}\u00a0per\u00a0quarter} semiannual {{price}\u00a0per\u00a0half-year} biennial {{price}\u00a0per\u00a0two\u00a0years} triennial {{price}\u00a0per\u00a0three\u00a0years} one_time {{price}\u00a0once} other {{price}\u00a0per\u00a0year}}",
  },
  ko: {
    eachUnit: "1개당 {each}.",
    eachOf: "1{unit}당 {each}.",
    includedUnits: "플랜에 {count}{unit, select, none {개} other {{unit}}} 포함.",
    comesWith: "추가 요금 없음",
    once: "(최초\u00a01회)",
    each: "{cycle, select, hourly {시간당\u00a0{price}} daily {1일\u00a0{price}} monthly {월\u00a0{price}} quarterly {3개월\u00a0{price}} semiannual {6개월\u00a0{price}} biennial {2년\u00a0{price}} triennial {3년\u00a0{price}} one_time {{price}\u00a0(1회)} other {연\u00a0{price}}}",
  },
})
