import type { Language } from "../../i18n/languages.ts"
import type { LegalDocument } from "./legal-text.tsx"

/** Short, and real for a demonstration company: an operator puts their own in their place. */
export const privacy: Readonly<Record<Language, LegalDocument>> = {
  en: {
    title: "Privacy notice",
    version: "Version of 1 November 2026 · demonstration company",
    sections: [
      {
        title: "Who is responsible",
        text: "{seller}. Questions and requests: {email}.",
      },
      {
        title: "What we process, and why",
        text: "Name, e-mail, country and, if given, company and tax number: to perform the contract.\nOrders, invoices and payments (never card numbers, those stay with the payment service): for the contract and because tax law asks for them.\nSign-in times and network addresses: to protect your account.",
      },
      {
        title: "How long",
        text: "Account data as long as you have an account; invoices as long as tax law asks; sign-in records for six months.",
      },
      {
        title: "Who else sees it",
        text: "The payment service you choose, and the data centre that runs your server. Nobody else, unless a law obliges us.",
      },
      {
        title: "Your rights",
        text: "You may see, correct, take along and delete your data, and object. You may complain to a supervisory authority.",
      },
      {
        title: "Cookies",
        text: "One for your session, one for your cart, one for your language. No tracking, so no banner.",
      },
    ],
  },
  ko: {
    title: "개인정보처리방침",
    version: "2026년 11월 1일 시행 · 데모 회사",
    sections: [
      {
        title: "개인정보처리자",
        text: "{seller}. 문의 및 권리 행사: {email}",
      },
      {
        title: "처리 항목 및 목적",
        text: "이름, 이메일, 국가, 회사명과 사업자등록번호(선택): 계약의 이행\n주문, 거래명세서, 결제 내역(카드번호는 결제사에만 저장됩니다): 계약의 이행 및 관계 법령상 의무\n로그인 일시와 접속 IP: 계정 보호",
      },
      {
        title: "보유 기간",
        text: "계정 정보는 회원 탈퇴 시까지, 거래 기록은 관계 법령이 정한 기간까지, 로그인 기록은 6개월간 보관합니다.",
      },
      {
        title: "제3자 제공 및 처리위탁",
        text: "선택하신 결제사와 서버를 운영하는 데이터센터에 필요한 범위에서만 처리를 위탁합니다. 법령에 근거가 없는 한 그 밖의 제3자에게 제공하지 않습니다.",
      },
      {
        title: "정보주체의 권리",
        text: "개인정보의 열람, 정정, 전송, 삭제, 처리 정지를 요청하실 수 있으며, 개인정보 침해에 대해 감독기관에 신고하실 수 있습니다.",
      },
      {
        title: "쿠키",
        text: "로그인 유지, 장바구니, 언어 설정을 위한 쿠키만 사용합니다. 행태정보를 수집하지 않습니다.",
      },
    ],
  },
}
