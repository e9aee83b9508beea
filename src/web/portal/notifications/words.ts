import { defineWords } from "../../i18n/define-words.ts"

export const words = defineWords({
  en: {
    title: "Notifications",
    lead: "Choose which e-mails reach you at {email}.",
    saved: "Your choices are saved.",
    mailsOf: "E-mails about {account}",
    holder: "You are this account’s contact: what has to be sent goes to you.",
    member: "The account’s contact gets these e-mails. You can have a copy of them.",
    "kind.billing": "Billing",
    "kind.service": "Services",
    "kind.security": "Security and privacy",
    "kind.news": "News and offers",
    "help.billing": "Payment requests, invoices, receipts, reminders and price changes.",
    "help.service":
      "When a server is ready, and what is about to change on it. Suspension and end of a service are billing e-mails.",
    "help.security": "New sign-ins, changes of your password, and copies of your data.",
    "help.news": "What is new in the shop, and offers.",
    save: "Save",
  },
  ko: {
    title: "알림 설정",
    lead: "{email} 주소로 받을 메일을 선택해 주세요.",
    saved: "알림 설정을 저장했습니다.",
    mailsOf: "{account} 계정 메일",
    holder: "이 계정의 담당자이므로 반드시 발송해야 하는 메일은 회원님께 전송됩니다.",
    member: "계정 담당자에게 발송되는 메일입니다. 회원님도 함께 받을 수 있습니다.",
    "kind.billing": "결제",
    "kind.service": "서비스",
    "kind.security": "보안 및 개인정보",
    "kind.news": "소식 및 혜택",
    "help.billing": "청구서, 거래명세서, 영수증, 결제 안내, 요금 변경 안내",
    "help.service": "서버 설치 완료와 서버 변경 안내입니다. 이용 정지와 종료 안내는 결제 메일로 발송됩니다.",
    "help.security": "새 로그인, 비밀번호 변경, 개인정보 사본 안내",
    "help.news": "새 소식과 혜택 안내",
    save: "저장",
  },
})
