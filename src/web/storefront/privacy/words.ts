import { defineWords } from "../../i18n/define-words.ts"

export const words = defineWords({
  en: {
    undoTitle: "Keep your account",
    undoWhat:
      "You asked to be forgotten, or somebody did so in your name. Press the button and nothing is erased.",
    undo: "Keep my account",
    undone: "Taken back. Nothing is erased.",
    undoNext: "If you did not ask for it yourself, change your password now.",
    change: "Choose another password",
    newsTitle: "No more news and offers",
    newsWhat:
      "Press the button and we send you no more advertising by e-mail. You still get e-mails about your orders.",
    news: "No more advertising by e-mail",
    newsDone: "Done. You get no more advertising by e-mail; one last e-mail confirms it.",
    newsNext: "On your privacy page you can decide for each way.",
    newsMore: "My privacy page",
  },
  ko: {
    undoTitle: "회원 탈퇴 철회",
    undoWhat:
      "회원님 또는 다른 사람이 회원 탈퇴를 신청했습니다. 아래 버튼을 누르시면 아무것도 파기되지 않습니다.",
    undo: "탈퇴 철회",
    undone: "철회되었습니다. 아무것도 파기되지 않습니다.",
    undoNext: "직접 신청하지 않으셨다면 지금 비밀번호를 변경해 주세요.",
    change: "비밀번호 재설정",
    newsTitle: "광고성 정보 수신거부",
    newsWhat:
      "아래 버튼을 누르시면 광고성 정보 이메일을 더 이상 보내지 않습니다. 주문 관련 안내는 계속 발송됩니다.",
    news: "이메일 수신거부",
    newsDone:
      "처리되었습니다. 광고성 정보 이메일을 더 이상 보내지 않으며, 처리 결과를 메일로 한 번 안내해 드립니다.",
    newsNext: "개인정보 화면에서 수단별로 설정하실 수 있습니다.",
    newsMore: "개인정보 화면으로",
  },
})
