import type { Say } from "#kit/refusal.ts"

/** What becomes of a card that was kept, when the merchant charges it without its holder. */
export type LaterOutcome =
  | { readonly kind: "approved" }
  | { readonly kind: "declined"; readonly code: string }
  /** Its first charge is declined; from the next one on it works. */
  | { readonly kind: "declined_once"; readonly code: string }
  /** Above what its holder confirmed when they left it, their bank wants to hear from them. */
  | { readonly kind: "approved_up_to"; readonly code: string }
  /** The money is taken, and the answer never comes. */
  | { readonly kind: "approved_in_silence" }

export interface TestCard {
  readonly number: string
  /** At the hosted page. */
  readonly outcome: "approved" | "challenge" | "declined"
  readonly code: string | null
  readonly later: LaterOutcome
  /** Where its bank is. */
  readonly country: string
  readonly say: Say
}

const approved: LaterOutcome = { kind: "approved" }

/** The cards of the hosted page, what becomes of each there, and afterwards if it was kept. */
export const testCards: readonly TestCard[] = [
  atOnce("4242424242424242", "approved", null, { en: "is approved", ko: "승인됩니다" }),
  {
    ...atOnce("4000002760003184", "challenge", null, {
      en: "asks for 3-D Secure each time, so it can't be charged without you",
      ko: "결제할 때마다 3-D Secure 본인 인증이 필요하며, 자동결제는 되지 않습니다",
    }),
    later: { kind: "declined", code: "authentication_required" },
  },
  atOnce("4000002500003155", "challenge", null, {
    en: "asks for 3-D Secure once, and is then approved",
    ko: "최초 1회 3-D Secure 본인 인증 후 승인됩니다",
  }),
  {
    ...atOnce("4000002500003220", "challenge", null, {
      en: "asks for 3-D Secure; charged later it works up to the amount that you confirmed (10,000 where you only saved it)",
      ko: "3-D Secure 본인 인증이 필요하며, 자동결제는 인증한 금액까지만 승인됩니다(카드만 등록한 경우 10,000원)",
    }),
    later: { kind: "approved_up_to", code: "amount_not_authenticated" },
  },
  {
    ...atOnce("4000002760000016", "approved", null, {
      en: "is approved, and was issued in Germany",
      ko: "승인됩니다(독일 발급 카드)",
    }),
    country: "DE",
  },
  atOnce("4000000000009995", "declined", "insufficient_funds", {
    en: "is declined: not enough money (try again later)",
    ko: "잔액 부족으로 거절됩니다(나중에 재시도 가능)",
  }),
  atOnce("4000000000009979", "declined", "stolen_card", {
    en: "is declined for good: reported stolen",
    ko: "도난 카드로 거절됩니다(재시도 불가)",
  }),
  atOnce("4000000000000069", "declined", "expired_card", {
    en: "is declined: expired",
    ko: "유효기간 만료로 거절됩니다",
  }),
  later("4000000000000341", "declined", "do_not_honor", {
    en: "is approved here; charged later it is declined softly",
    ko: "지금은 승인되고, 자동결제 때는 거절됩니다(나중에 재시도 가능)",
  }),
  later("4000000000007015", "declined_once", "insufficient_funds", {
    en: "is approved here; charged later it lacks money the first time, then works",
    ko: "지금은 승인되고, 자동결제 때는 첫 번째만 잔액 부족으로 거절됩니다",
  }),
  later("4000000000009987", "declined", "lost_card", {
    en: "is approved here; charged later it is declined for good: reported lost",
    ko: "지금은 승인되고, 자동결제 때는 분실 카드로 거절됩니다(재시도 불가)",
  }),
  later("4000000000007056", "declined", "duplicate_transaction", {
    en: "is approved here; charged later its bank takes it for a repetition and refuses that payment for good",
    ko: "지금은 승인되고, 자동결제 때는 중복 결제로 거절됩니다(같은 결제는 재시도 불가)",
  }),
  later("4000000000007023", "declined", "expired_card", {
    en: "is approved here; charged later it has expired",
    ko: "지금은 승인되고, 자동결제 때는 유효기간 만료로 거절됩니다",
  }),
  {
    ...atOnce("4000000000007031", "approved", null, {
      en: "is approved here; charged later it works and the answer is lost",
      ko: "지금은 승인되고, 자동결제 때는 결제되지만 응답이 돌아오지 않습니다",
    }),
    later: { kind: "approved_in_silence" },
  },
]

/** By what becomes of them, at the page and when they are charged later. */
export const cardNumbers = {
  approved: "4242424242424242",
  challenge: "4000002760003184",
  "up-to": "4000002500003220",
  "no-money": "4000000000009995",
  stolen: "4000000000009979",
  expired: "4000000000000069",
  "no-money-once": "4000000000007015",
  "declined-softly": "4000000000000341",
  lost: "4000000000009987",
  german: "4000002760000016",
} as const
export type NamedCard = keyof typeof cardNumbers

export function findTestCard(number: unknown): TestCard | undefined {
  return testCards.find((card) => card.number === number)
}

/** Of a charge the gateway's books keep the last digits only; no two test cards share them. */
export function countryOfEnding(ending: string): string | null {
  return testCards.find(({ number }) => number.endsWith(ending))?.country ?? null
}

export function groupDigits(number: string): string {
  return number.replace(/(\d{4})(?=\d)/g, "$1 ")
}

function atOnce(number: string, outcome: TestCard["outcome"], code: string | null, say: Say): TestCard {
  return { number, outcome, code, later: approved, country: "KR", say }
}

function later(number: string, kind: "declined" | "declined_once", code: string, say: Say): TestCard {
  return { number, outcome: "approved", code: null, later: { kind, code }, country: "KR", say }
}
