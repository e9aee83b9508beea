import { defineWords } from "../../i18n/define-words.ts"

export const words = defineWords({
  en: {
    title: "You",
    lead: "Your name, phone number, language and e-mail address.",
    person: "Name and phone",
    name: "Name",
    phone: "Phone",
    phoneHelp: "With its country code if it is not a number of the shop's country. Leave empty to remove it.",
    language: "Language of pages and e-mails",
    save: "Save",
    saved: "Saved.",
    email: "E-mail address",
    emailNow: "You sign in with {email}.",
    emailWhat:
      "We mail a link to the new address. Nothing changes until you open it while signed in here; then your other devices are signed out and your old address is notified.",
    newEmail: "New e-mail address",
    changeEmail: "Send the link",
    asksFirst: "We ask who you are first.",
    sent: "We mailed a link to {email}. Until you follow it, the old address stays.",
  },
  ko: {
    title: "내 정보",
    lead: "본인의 이름, 전화번호, 언어, 이메일 주소를 관리합니다.",
    person: "이름과 전화번호",
    name: "이름",
    phone: "전화번호",
    phoneHelp: "해외 번호는 국가번호를 포함해 입력해 주세요. 비우면 저장하지 않습니다.",
    language: "화면과 메일 언어",
    save: "저장",
    saved: "저장되었습니다.",
    email: "이메일 주소",
    emailNow: "현재 로그인 주소: {email}",
    emailWhat:
      "새 주소로 확인 링크를 보냅니다. 로그인한 상태에서 링크를 확인하실 때까지 변경되지 않으며, 변경되면 다른 기기에서 로그아웃되고 기존 주소로도 안내해 드립니다.",
    newEmail: "새 이메일 주소",
    changeEmail: "확인 링크 보내기",
    asksFirst: "먼저 본인 확인을 진행합니다.",
    sent: "{email} 주소로 링크를 보냈습니다. 확인하실 때까지 기존 주소가 유지됩니다.",
  },
})
