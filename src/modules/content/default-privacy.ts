import type { PageText } from "./page.ts"

/** A template to begin with; the shop puts its own in force. */
export const defaultPrivacy: PageText = {
  title: { en: "Privacy notice", ko: "개인정보처리방침" },
  summary: {
    en: "Which data we process, why, how long, and what you may ask of us.",
    ko: "개인정보의 처리 목적, 항목, 보유 기간과 정보주체의 권리를 안내합니다.",
  },
  body: {
    en: `## Who is responsible

{{seller}}, {{address}}. Questions and requests: {{email}}, {{phone}}.

## What we process, and why

| What | Why | Ground |
| --- | --- | --- |
| Name, e-mail, telephone, country, company and tax number | to make and perform the contract | contract |
| Orders, invoices and payments (card numbers stay with the payment service) | contract and tax law | contract, legal duty |
| Sign-in times, devices and network addresses | to protect your account | legitimate interest |
| What you write to us | to answer | contract, your request |
| Consent to news and offers | to send them, or not to | consent |

## How long

Account data as long as you have an account; invoices and payments as long as tax law asks; sign-in records for six months; mails for as long as is needed to show what was said. You can see and control the rest on the privacy page of your account.

## Who else sees it

The payment service you choose, the data centre that runs your server, and our mail service, each as far as its task needs. Nobody else, unless a law obliges us.

## Your rights

You may see, correct, take along and delete your data, object, and take back a consent at any time. The privacy page of your account does most of it without a letter. You may complain to a supervisory authority.

## Cookies

One for your session, one for your cart, one for your language. No tracking, so no banner.

## Changes

A new version is published here with the day from which it applies. Earlier versions stay readable on this page.
`,
    ko: `{{seller}}(이하 “회사”)는 개인정보 보호법 등 관계 법령을 준수하며, 다음과 같이 개인정보를 처리합니다.

## 1. 개인정보의 처리 목적 및 항목

| 처리 항목 | 목적 | 근거 |
| --- | --- | --- |
| 이름, 이메일, 연락처, 국가, 회사명과 사업자등록번호(선택) | 회원 관리, 계약의 체결과 이행 | 계약 이행 |
| 주문, 거래명세서, 결제 내역(카드번호는 결제사에만 저장됩니다) | 요금 정산, 세법상 의무 | 계약 이행, 법령상 의무 |
| 로그인 일시, 기기, 접속 IP | 계정 보호, 부정 이용 방지 | 정당한 이익 |
| 문의 내용 | 문의에 대한 답변 | 정보주체의 요청 |
| 광고성 정보 수신 동의 내역 | 소식과 혜택 안내 | 동의(선택) |

## 2. 보유 및 이용 기간

회원 정보는 회원 탈퇴 시까지 보관합니다. 관계 법령에 따라 다음 기간 동안 보존합니다.

- 계약, 청약철회, 대금 결제 및 재화 공급에 관한 기록: 5년 (전자상거래법)
- 소비자의 불만 또는 분쟁 처리에 관한 기록: 3년 (전자상거래법)
- 표시·광고에 관한 기록: 6개월 (전자상거래법)
- 로그인 기록: 6개월 (통신비밀보호법은 3개월 이상)

## 3. 제3자 제공 및 처리위탁

회사는 법령에 근거가 없는 한 개인정보를 제3자에게 제공하지 않습니다. 선택하신 결제사, 서버를 운영하는 데이터센터, 메일 발송 업체에 업무 수행에 필요한 범위에서만 처리를 위탁합니다.

## 4. 정보주체의 권리와 행사 방법

개인정보의 열람, 정정, 전송, 삭제, 처리 정지를 요청하실 수 있으며, 동의는 언제든지 철회하실 수 있습니다. 대부분의 권리는 나의 서비스의 개인정보 화면에서 바로 행사하실 수 있습니다.

## 5. 파기 절차 및 방법

보유 기간이 지난 개인정보는 지체 없이 복구할 수 없는 방법으로 파기합니다. 법령에 따라 보존하는 정보는 별도로 분리하여 보관합니다.

## 6. 쿠키

로그인 유지, 장바구니, 언어 설정을 위한 쿠키만 사용합니다. 행태정보를 수집하지 않습니다.

## 7. 개인정보 보호책임자

- 책임자: {{representative}}
- 연락처: {{email}}, {{phone}}

개인정보 침해에 관한 상담은 개인정보침해신고센터(privacy.kisa.or.kr, 국번 없이 118)에 문의하실 수 있습니다.

## 8. 방침의 변경

방침이 변경되는 경우 적용일과 변경 내용을 이 페이지에 공지하며, 이전 버전도 이 페이지에서 계속 확인하실 수 있습니다.
`,
  },
}
