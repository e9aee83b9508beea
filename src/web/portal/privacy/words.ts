import { defineWords } from "../../i18n/define-words.ts"

export const words = defineWords({
  en: {
    title: "Privacy",
    lead: "What you agreed to, a copy of what we hold about you, and how to be forgotten.",
    news: "News and offers",
    newsWhat:
      "You decide for each way, and can change your mind at any time. We confirm each change by mail, and ask again every two years.",
    save: "Save",
    saved: "Saved. We confirm it by mail.",
    newTexts: "You have not agreed to these versions yet. Please read them:",
    accept: "I agree",
    accepted: "Thank you. It is written down with today's date.",
    ask: "Ask for a copy",
    asked: "We are gathering your data and write to you when the copy is ready.",
    fetch: "Fetch it",
    underWay: "A copy is being gathered. We write to you when it is ready.",
    forgetMe: "Forget me",
    forgetTitle: "Do you want to be forgotten?",
    forgetWhat:
      "After {days} days everything listed below is erased for good, and nobody can bring it back. Until then you can take it back here or by the link in our mail.",
    forgetLead:
      "Your account, your sign-in and what we hold about you are erased after {days} days. Until then you can change your mind.",
    erasureAsked: "We have written to you. Until the day named below you can take it back.",
    waits: "You asked to be forgotten. It will be done on {on}.",
    held: "You asked to be forgotten. It waits until this is settled; we look again every day.",
    erasing: "Your data is being erased.",
    takeBack: "Keep my account",
    takeBackWhat: "Nothing is erased, and everything stays as it is.",
    tookBack: "Taken back. Nothing is erased.",
    whoAreYou: "We ask you to confirm that it is you first.",
  },
  ko: {
    title: "개인정보",
    lead: "동의 내역을 확인하고, 개인정보 사본을 받거나 회원 탈퇴를 신청하실 수 있습니다.",
    news: "광고성 정보 수신",
    newsWhat:
      "수단별로 선택하실 수 있으며 언제든지 변경하실 수 있습니다. 변경 결과는 메일로 안내하고, 2년마다 다시 확인합니다.",
    save: "저장",
    saved: "저장되었습니다. 처리 결과를 메일로 안내해 드립니다.",
    newTexts: "아직 동의하지 않으신 버전의 문서가 있습니다. 확인해 주세요.",
    accept: "동의합니다",
    accepted: "감사합니다. 오늘 날짜로 기록되었습니다.",
    ask: "사본 요청하기",
    asked: "개인정보를 모으고 있습니다. 사본이 준비되면 메일로 안내해 드립니다.",
    fetch: "내려받기",
    underWay: "사본을 준비하고 있습니다. 완료되면 메일로 안내해 드립니다.",
    forgetMe: "회원 탈퇴 신청",
    forgetTitle: "회원 탈퇴를 신청하시겠습니까?",
    forgetWhat:
      "{days}일 후 아래 정보가 완전히 파기되며 복구할 수 없습니다. 그 전까지는 이 화면이나 메일의 링크에서 철회하실 수 있습니다.",
    forgetLead:
      "신청 후 {days}일이 지나면 계정과 개인정보가 파기됩니다. 그 전까지는 언제든지 철회하실 수 있습니다.",
    erasureAsked: "탈퇴 신청을 메일로 안내해 드렸습니다. 아래 날짜 전까지 철회하실 수 있습니다.",
    waits: "회원 탈퇴를 신청하셨습니다. {on}에 처리됩니다.",
    held: "회원 탈퇴를 신청하셨습니다. 아래 항목이 정리될 때까지 보류되며 매일 다시 확인합니다.",
    erasing: "개인정보를 파기하고 있습니다.",
    takeBack: "탈퇴 철회",
    takeBackWhat: "아무것도 파기되지 않으며 그대로 이용하실 수 있습니다.",
    tookBack: "철회되었습니다. 아무것도 파기되지 않습니다.",
    whoAreYou: "먼저 본인 확인이 필요합니다.",
  },
})
