import type { Language, Say } from "#kit/refusal.ts"

export interface TestCard {
  readonly number: string
  readonly outcome: "approved" | "challenge" | "declined"
  readonly code: string | null
  readonly say: Say
}

/** The cards of the hosted page, and what becomes of each. */
export const testCards: readonly TestCard[] = [
  card("4242424242424242", "approved", null, { en: "is approved", ko: "승인됩니다" }),
  card("4000002760003184", "challenge", null, {
    en: "asks for 3-D Secure first",
    ko: "3-D Secure 본인 인증 후 승인됩니다",
  }),
  card("4000000000009995", "declined", "insufficient_funds", {
    en: "is declined: not enough money (try again later)",
    ko: "잔액 부족으로 거절됩니다(나중에 재시도 가능)",
  }),
  card("4000000000009979", "declined", "stolen_card", {
    en: "is declined for good: reported stolen",
    ko: "도난 카드로 거절됩니다(재시도 불가)",
  }),
  card("4000000000000069", "declined", "expired_card", {
    en: "is declined: expired",
    ko: "유효기간 만료로 거절됩니다",
  }),
]

function card(number: string, outcome: TestCard["outcome"], code: string | null, say: Say): TestCard {
  return { number, outcome, code, say }
}

export function groupDigits(number: string): string {
  return number.replace(/(\d{4})(?=\d)/g, "$1 ")
}

const en = {
  title: "Pay {amount}",
  standIn: "Test gateway. No real money moves here.",
  to: "To",
  what: "For",
  amount: "Amount",
  chooseCard: "Choose a test card",
  pay: "Pay {amount}",
  leave: "Leave without paying",
  other: "한국어로 보기",
  challengeTitle: "Confirm with your bank",
  challengeText: "Your bank asks whether it is really you who wants to pay {amount} to {merchant}.",
  approve: "Yes, it is me",
  refuse: "No, refuse",
  back: "Back to the shop",
  paidTitle: "Paid",
  paidText: "This payment has been made. You weren't charged twice.",
  declinedTitle: "Declined",
  declinedText: "This payment was declined and nothing was charged. Start again in the shop.",
  expiredTitle: "Too late",
  expiredText: "This page was open for too long. Nothing was charged. Start again in the shop.",
  missingTitle: "No such page",
  missingText: "There is no payment here.",
  receiptTitle: "Card receipt",
  receiptLink: "Receipt",
  chargeId: "Charge",
  reference: "Reference",
  card: "Card",
  date: "Date",
  net: "Net",
  tax: "VAT",
  total: "Total",
  refunded: "Refunded",
}

const ko: typeof en = {
  title: "{amount} 결제",
  standIn: "테스트용 결제창입니다. 실제로 결제되지 않습니다.",
  to: "판매자",
  what: "결제 내용",
  amount: "결제 금액",
  chooseCard: "테스트 카드를 선택해 주세요",
  pay: "{amount} 결제하기",
  leave: "결제하지 않고 나가기",
  other: "View in English",
  challengeTitle: "카드사 본인 인증",
  challengeText: "{merchant}에서 {amount} 결제를 요청했습니다. 본인이 맞는지 카드사에서 확인합니다.",
  approve: "본인이 맞습니다",
  refuse: "거부하기",
  back: "쇼핑몰로 돌아가기",
  paidTitle: "결제 완료",
  paidText: "결제가 완료되었습니다. 중복으로 청구되지 않습니다.",
  declinedTitle: "승인 거절",
  declinedText: "결제가 거절되었으며 청구된 금액은 없습니다. 쇼핑몰에서 다시 시도해 주세요.",
  expiredTitle: "시간 초과",
  expiredText: "결제 가능 시간이 지났습니다. 청구된 금액은 없습니다. 쇼핑몰에서 다시 시도해 주세요.",
  missingTitle: "페이지를 찾을 수 없습니다",
  missingText: "해당하는 결제가 없습니다.",
  receiptTitle: "신용카드 매출전표",
  receiptLink: "매출전표",
  chargeId: "거래 번호",
  reference: "주문 번호",
  card: "카드",
  date: "거래 일시",
  net: "공급가액",
  tax: "부가세",
  total: "합계",
  refunded: "취소 금액",
}

export const cardWords: Readonly<Record<Language, typeof en>> = { en, ko }

export function fill(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole)
}
