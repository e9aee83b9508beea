import { defineWords } from "../../i18n/define-words.ts"

export const words = defineWords({
  en: {
    title: "Or instead of cancelling",
    pause: "Pause it: it stands still for a while, costs nothing, and no data is deleted.",
    pauseDo: "Pause instead",
    plan: "{plan} costs {price} instead of {current}. Your server and your data stay.",
    planDo: "See this plan",
  },
  ko: {
    title: "해지 대신 선택하실 수 있습니다",
    pause:
      "잠시 일시정지하실 수 있습니다. 정지된 동안에는 요금이 청구되지 않으며 데이터도 삭제되지 않습니다.",
    pauseDo: "일시정지하기",
    plan: "{plan} 플랜은 {current} 대신 {price}입니다. 서버와 데이터는 그대로 유지됩니다.",
    planDo: "플랜 보기",
  },
})
