import { keptWords } from "#kit/kept-words.ts"
import type { Language, Say } from "#kit/refusal.ts"

/** What a transfer says of itself. The books keep the English and never change; it is said again in the reader's language. */
const sentences = {
  invoice: { en: "Invoice for {number}", ko: "{number} 청구분 거래명세서 발행" },
  applied: { en: "Payment applied to the invoice for {number}", ko: "{number} 결제 충당" },
  credit_note: { en: "Credit note for {number}", ko: "{number} 취소 거래명세서 발행" },
  written_off: { en: "Invoice {number} written off", ko: "{number} 대손 처리" },
  payment: { en: "Payment received by {gateway}", ko: "결제 입금({gateway})" },
  sent_back: { en: "Payment {payment} sent back by {gateway}", ko: "결제 환불({gateway}, {payment})" },
  gateway_fee: { en: "Fee of {gateway} for payment {payment}", ko: "결제 수수료({gateway}, {payment})" },
  dispute_held: {
    en: "Dispute {dispute}: held by the card's bank",
    ko: "카드 이의 제기로 지급 보류({dispute})",
  },
  dispute_won: {
    en: "Dispute {dispute}: given back by the card's bank",
    ko: "카드 이의 제기 해소로 보류 해제({dispute})",
  },
  dispute_lost: {
    en: "Dispute {dispute}: lost to the card's holder",
    ko: "카드 이의 제기로 반환 확정({dispute})",
  },
  dispute_fee: { en: "Dispute {dispute}: fee of the card's bank", ko: "카드 이의 제기 수수료({dispute})" },
  dispute_sent_before: {
    en: "Dispute {dispute}: a part had been sent back before",
    ko: "카드 이의 제기 전 환불액 반영({dispute})",
  },
  dispute_owed_anyway: {
    en: "Dispute {dispute}: what was to be sent back anyway",
    ko: "카드 이의 제기 건의 환불 예정액 반영({dispute})",
  },
  merged: { en: "Merged {from} into {into}", ko: "고객 병합({from} → {into})" },
  deferred: { en: "Paid for days to come, {day}", ko: "선수수익 계상({day})" },
  released: { en: "Taken back before its days came, {day}", ko: "선수수익 취소({day})" },
  recognised: { en: "Earned by days that have passed, {day}", ko: "기간 경과분 수익 인식({day})" },
  credit_given: { en: "Credit given", ko: "예치금·적립금 지급" },
  credit_taken: { en: "Credit taken", ko: "예치금·적립금 차감" },
  credit_held: { en: "Credit set aside", ko: "예치금·적립금 사용 보류" },
  credit_released: { en: "Credit no longer set aside", ko: "예치금·적립금 보류 해제" },
  credit_returned: { en: "Credit given back", ko: "예치금·적립금 반환" },
  credit_moved: { en: "Credit moved", ko: "예치금·적립금 이동" },
} as const satisfies Record<string, Say>

export type TransferSentence = keyof typeof sentences

const all: readonly Say[] = Object.values(sentences)
const withReason = all.map(({ en, ko }) => ({ en: `${en}: {reason}`, ko: `${ko}: {reason}` }))
const words = keptWords([...all, ...withReason])

/** As the books keep it. What somebody wrote themselves stands behind it. */
export function keepTransferWords(
  sentence: TransferSentence,
  facts: Readonly<Record<string, string>> = {},
  reason?: string,
): string {
  const kept = words.keep(sentences[sentence], facts)
  return reason ? `${kept}: ${reason}` : kept
}

export function sayTransferWords(kept: string, language: Language): string {
  return words.say(kept, language)
}
