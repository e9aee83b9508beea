import { defineWords } from "../../i18n/define-words.ts"

export const words = defineWords({
  en: {
    title: "Privacy",
    state: "State",
    asked: "Requested",
    due: "Due",
    done: "Completed",
    reason: "Reason",
    askExport: "Create a data copy",
    askExportWhat:
      "The person gets an e-mail and downloads the copy after signing in. Nobody else can open it.",
    askErasure: "Erase this person",
    askErasureWhat:
      "The person gets an e-mail and can withdraw within {days} days. After that, the data below is erased permanently.",
    withdraw: "Withdraw the erasure",
    withdrawWhat: "Nothing is erased and everything stays as it is.",
  },
  ko: {
    title: "개인정보",
    state: "상태",
    asked: "신청 일시",
    due: "예정 일시",
    done: "완료 일시",
    reason: "사유",
    askExport: "사본 작성",
    askExportWhat:
      "고객에게 메일로 안내되며, 고객이 로그인 후 직접 내려받습니다. 다른 사람은 열어볼 수 없습니다.",
    askErasure: "탈퇴 처리",
    askErasureWhat:
      "고객에게 메일로 안내되며 {days}일 안에 철회할 수 있습니다. 이후 아래 정보가 완전히 파기됩니다.",
    withdraw: "탈퇴 신청 철회",
    withdrawWhat: "아무것도 파기되지 않으며 그대로 이용할 수 있습니다.",
  },
})
