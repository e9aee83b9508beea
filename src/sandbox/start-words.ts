import type { Language } from "#kit/refusal.ts"

const en = {
  title: "Sandbox",
  badge: "everything here is pretend",
  lead: "Hostwell talks to outside systems. Here each of them stands in for the real one: same addresses, same answers, no real money, no real mail. Look inside, and break them on purpose.",
  standIns: "What stands in",
  mailboxName: "Mailbox",
  mailbox: "Every mail the company sends arrives here and goes no further. Receipts carry their PDF.",
  cardName: "Card gateway",
  card: "Takes test cards on a payment page of its own, keeps its own books and receipts, and sends signed notices. It can decline, answer twice, or fall silent.",
  virtfusionName: "VPS panel",
  virtfusion:
    "Builds pretend servers as VirtFusion does, with a console that really checks the password. It can work and then time out, refuse, or run full.",
  breachesName: "Stolen passwords",
  breaches:
    "Answers as Have I Been Pwned does when a password is chosen: by the first five characters of its hash. It can be slow, or gone.",
  accessName: "Zero-trust proxy",
  access:
    "The keys of a Cloudflare Access team, and the proof that it would put into a request of staff. Its keys can be renewed, or out of reach.",
  namesName: "Name service",
  names:
    "The world's DNS as it answers when a shop adds a host name: set records, take them away, let it fall silent.",
  viesName: "VAT numbers (VIES)",
  vies: "Says whether a VAT number of the EU is one, with a consultation number. It can be slow, away, or asked by too many.",
  clockName: "Clock",
  clock:
    "Moves the company's time by hours, days or weeks. Each day is played on the way: nothing is skipped.",
  houses: "Sign-ins elsewhere",
  housesLead:
    "Each stands in for a company whose account people may sign in with: who is known there, and how it breaks.",
  signIns: "Demo sign-ins",
  signInsLead: "Demo data only. A production company refuses to start with them.",
  who: "Who",
  email: "E-mail",
  password: "Password",
  operator: "Staff (operator)",
  english: "Customer, English",
  korean: "Customer, Korean",
  elsewhere: "Elsewhere",
  shop: "Shop",
  portal: "Customer area",
  admin: "Staff area",
  api: "API reference",
  parts: "Parts of the pages",
  other: "한국어로 보기",
}

const ko: typeof en = {
  title: "샌드박스",
  badge: "모두 테스트용입니다",
  lead: "Hostwell은 여러 외부 시스템과 연동됩니다. 여기서는 각 시스템의 대역이 실제와 같은 방식으로 응답하며, 실제로 결제되거나 메일이 발송되지 않습니다. 내부를 살펴보고 일부러 장애를 일으켜 볼 수 있습니다.",
  standIns: "대역 시스템",
  mailboxName: "메일함",
  mailbox: "회사가 보내는 모든 메일이 이곳에만 도착합니다. 영수 메일에는 PDF가 첨부됩니다.",
  cardName: "카드 결제 대행사(PG)",
  card: "자체 결제창에서 테스트 카드로 결제하고, 거래 내역과 매출전표를 보관하며, 서명된 알림을 보냅니다. 거절, 중복 알림, 무응답을 일으킬 수 있습니다.",
  virtfusionName: "VPS 패널",
  virtfusion:
    "VirtFusion처럼 가상의 서버를 세팅하며, 콘솔에서 비밀번호를 실제로 확인합니다. 처리한 뒤 응답이 없거나, 거부하거나, 자원이 부족한 상황을 만들 수 있습니다.",
  breachesName: "유출 비밀번호 조회",
  breaches:
    "비밀번호를 정할 때 Have I Been Pwned처럼 해시 앞 다섯 글자로 조회에 응답합니다. 지연이나 무응답을 일으킬 수 있습니다.",
  accessName: "제로 트러스트 프록시",
  access:
    "Cloudflare Access 팀의 키와, 직원 요청에 붙는 인증 정보를 발급합니다. 키를 교체하거나 응답하지 않게 할 수 있습니다.",
  namesName: "네임 서비스(DNS)",
  names:
    "쇼핑몰에 도메인을 추가할 때 조회하는 DNS입니다. 레코드를 설정하거나 삭제하고, 무응답을 일으킬 수 있습니다.",
  viesName: "VAT 번호 조회(VIES)",
  vies: "EU VAT 번호의 유효 여부를 조회 번호와 함께 알려 줍니다. 지연, 중단, 접속 과다를 일으킬 수 있습니다.",
  clockName: "시계",
  clock: "회사의 시간을 시간, 일, 주 단위로 옮깁니다. 지나가는 날마다 예정된 작업이 빠짐없이 실행됩니다.",
  houses: "외부 계정 로그인",
  housesLead:
    "다른 회사의 계정으로 로그인할 때 쓰는 대역입니다. 등록된 사용자를 확인하고 장애를 일으켜 볼 수 있습니다.",
  signIns: "데모 계정",
  signInsLead: "데모 전용 계정입니다. 운영 모드에서는 이 계정으로 시작할 수 없습니다.",
  who: "구분",
  email: "이메일",
  password: "비밀번호",
  operator: "운영자",
  english: "고객(영어)",
  korean: "고객(한국어)",
  elsewhere: "바로 가기",
  shop: "쇼핑몰",
  portal: "고객 페이지",
  admin: "관리자 페이지",
  api: "API 문서",
  parts: "화면 구성 요소",
  other: "View in English",
}

export const startWords: Readonly<Record<Language, typeof en>> = { en, ko }
