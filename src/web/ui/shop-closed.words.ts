import { defineWords } from "../i18n/define-words.ts"

export const words = defineWords({
  en: {
    closedTitle: "This shop is closed for now",
    closed: "Nothing can be ordered at the moment. Services that are in use go on running.",
    closedAsk: "Questions?",
    closedPortal: "See my services",
    closedStaff: "Sign in as staff",
  },
  ko: {
    closedTitle: "지금은 이용할 수 없습니다",
    closed: "쇼핑몰 이용이 일시 중지되어 주문할 수 없습니다. 이용 중인 서비스는 그대로 유지됩니다.",
    closedAsk: "문의:",
    closedPortal: "내 서비스 보기",
    closedStaff: "직원 로그인",
  },
})
