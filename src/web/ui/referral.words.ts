import { defineWords } from "../i18n/define-words.ts"

/** States of a referral, and why nobody got anything. */
export const words = defineWords({
  en: {
    waiting: "Waiting",
    granted: "Granted",
    void: "Nothing granted",
    same_person: "The same person on both sides",
    known_before: "Was a customer before",
    account_gone: "An account was erased",
    refunded: "The first payment was refunded",
    disputed: "The first payment was disputed",
    no_reward: "nothing was promised in that currency",
    never_paid: "Never made a payment",
    by_staff: "Rejected by the shop",
  },
  ko: {
    waiting: "대기",
    granted: "지급 완료",
    void: "지급 안 함",
    same_person: "추천한 분과 추천받은 분이 같음",
    known_before: "기존 고객",
    account_gone: "삭제된 계정",
    refunded: "첫 결제 환불",
    disputed: "첫 결제 카드사 회수",
    no_reward: "해당 통화의 적립금 없음",
    never_paid: "결제 없음",
    by_staff: "운영자 거절",
  },
})
