import { keptWords } from "#kit/kept-words.ts"
import type { Language, Say } from "#kit/refusal.ts"
import { spellLongDay } from "#kit/spelling.ts"

/** Why the program itself did something. The audit keeps the English; a test finds each sentence where it is written. */
const reasons: readonly Say[] = [
  { en: "A wrong price was put right.", ko: "잘못된 요금 정정" },
  { en: "A wrong price was put right: correction {correction}.", ko: "잘못된 요금 정정({correction})" },
  { en: "Agreed to price change {change}.", ko: "요금 변경 동의({change})" },
  { en: "An invoice that was due on {day} is not paid.", ko: "결제 기한이 {day}인 거래명세서 미납" },
  { en: "Another change was chosen.", ko: "다른 변경 선택" },
  {
    en: "Its time or its price was another before the change was paid for.",
    ko: "변경 차액 결제 전에 이용 기간 또는 요금이 바뀜",
  },
  { en: "Another plan was chosen.", ko: "다른 플랜 선택" },
  { en: "Cancelled at once.", ko: "즉시 해지" },
  { en: "Cancelled at the end of its paid time.", ko: "이용 기간 만료 시 해지" },
  { en: "Changed to a cheaper plan.", ko: "더 저렴한 플랜으로 변경" },
  { en: "Changed to options that cost less.", ko: "더 저렴한 옵션으로 변경" },
  {
    en: "Credit notes took all of its invoice back before it was paid.",
    ko: "결제 전에 취소 거래명세서로 전액 취소됨",
  },
  { en: "Its pause ended on {day}.", ko: "{day} 일시정지 종료" },
  {
    en: "Its payment was disputed, and the card's bank gave it back.",
    ko: "카드 이의 제기로 카드사가 결제 금액을 반환함",
  },
  {
    en: "Its time was extended or ended before the change of plan was paid.",
    ko: "플랜 변경 결제 전에 기간이 연장되거나 종료됨",
  },
  { en: "Its trial ended on {day} and was not paid for.", ko: "{day} 체험 종료 후 미결제" },
  { en: "Its subscription was cancelled.", ko: "구독 해지" },
  { en: "Not paid beyond {day}.", ko: "{day} 이후 미납" },
  { en: "Not paid for too long.", ko: "장기 미납" },
  { en: "Refunded in the payment service's own console.", ko: "결제대행사 관리 화면에서 직접 환불" },
  { en: "Refunded, and the days it was kept are over.", ko: "환불 후 보관 기간 만료" },
  { en: "Not paid within {days} days of its due date.", ko: "결제 기한 후 {days}일 이내 미납" },
  { en: "Paused by its customer until {day}.", ko: "{day}까지 고객이 일시정지" },
  { en: "Plan change {change} was taken back.", ko: "플랜 변경 취소({change})" },
  { en: "Plan change {change}, from its next time on.", ko: "다음 이용 기간부터 플랜 변경({change})" },
  { en: "Price change {change} was stopped.", ko: "요금 변경 중단({change})" },
  { en: "Price change {change}, from {day}.", ko: "{day}부터 요금 변경({change})" },
  { en: "Replaced by another request.", ko: "다른 청구서로 대체됨" },
  {
    en: "Taken back by the customer on day {day} of {days}, by law.",
    ko: "총 {days}일 중 {day}일 이용 후 법정 환불",
  },
  {
    en: "Taken back by the customer on day {day} of {days}, by policy.",
    ko: "총 {days}일 중 {day}일 이용 후 운영사 기준 환불",
  },
  { en: "Taken back by the customer.", ko: "고객의 환불 신청" },
  { en: "The card's bank gave the money to its holder.", ko: "카드사가 결제 금액을 카드 명의인에게 반환함" },
  { en: "The invoice was credited before it was paid.", ko: "결제 전 거래명세서 취소" },
  { en: "The invoice was replaced by one with the right tax.", ko: "세금이 정정된 거래명세서로 대체됨" },
  { en: "The invoice it owed was paid.", ko: "미납 거래명세서 결제 완료" },
  { en: "The other price was not agreed to.", ko: "변경된 요금에 동의하지 않음" },
  {
    en: "What it asked for has ended or was paid otherwise.",
    ko: "이용이 종료되었거나 다른 방법으로 결제됨",
  },
  { en: "Withdrawn by the customer.", ko: "고객이 철회" },
  { en: "Withdrawn by the staff.", ko: "직원이 철회" },
]

/** What whoever cancels may choose is kept by its name in the API; a test holds them to it. */
const chosen: Readonly<Record<string, Say>> = {
  not_needed: { en: "No longer needed", ko: "더 이상 필요하지 않음" },
  too_expensive: { en: "It costs too much", ko: "요금이 부담됨" },
  missing_feature: { en: "Something is missing", ko: "필요한 기능이 없음" },
  quality: { en: "It was slow or broke down", ko: "속도나 안정성이 아쉬움" },
  switching: { en: "Moves to another provider", ko: "다른 업체로 이전" },
  payment_disputed: { en: "The card's bank took its payment back", ko: "카드사의 결제 금액 회수" },
  other: { en: "Another reason", ko: "기타" },
}

const words = keptWords(reasons)

/** What somebody gave as their reason stays as they wrote it; in ours days are written as people do, and things by name. */
export function sayReason(
  kept: string,
  language: Language,
  names: ReadonlyMap<string, string> = new Map(),
): string {
  if (Object.hasOwn(chosen, kept)) return chosen[kept]?.[language] ?? kept
  return words.say(kept, language, (fact) =>
    isoDay.test(fact) ? spellLongDay(fact, language) : (names.get(fact) ?? fact),
  )
}

/** The ids that a reason speaks of: who shows it finds their names first. */
export function idsInReason(kept: string): string[] {
  return kept.match(/\b[a-z]{3}_[0-9a-z]{26}\b/g) ?? []
}

const isoDay = /^\d{4}-\d{2}-\d{2}$/
