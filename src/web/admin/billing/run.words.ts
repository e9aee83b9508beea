import { defineWords } from "../../i18n/define-words.ts"

export const words = defineWords({
  en: {
    title: "Next billing run",
    back: "Subscriptions",
    lead: "What customers will be billed on a day, next to what they last paid for the same subscriptions. Viewing changes nothing.",
    on: "Run date",
    held: "Today's run needs your review",
    heldTotal:
      "The total is much higher than last time. Nobody has been billed yet. Reminders and charges of earlier requests continue.",
    heldLine:
      "A subscription costs much more than last time. Nobody has been billed yet. Reminders and charges of earlier requests continue.",
    heldWhat:
      "If a price is wrong, correct it: the next run checks again. If the amounts are right, let the run continue.",
    wouldHold: "This run would be held for review: it exceeds your limits.",
    limits: "Change the limits",
    confirm: "Bill these amounts",
    sure: "Bill these amounts?",
    consequence:
      "{subscriptions, plural, one {# subscription is} other {# subscriptions are}} billed now: {sums}. Each customer gets a request and one mail.",
    none: "Nothing to bill",
    noneHelp: "No subscription expires soon enough by then.",
    sums: "Totals",
    currency: "Currency",
    subscriptions: "Subscriptions",
    accounts: "Customers",
    automatic: "Automatic",
    now: "This run",
    before: "Last time",
    difference: "Difference",
    changes: "Customers whose amount changes",
    changesHelp: "Largest differences first, 50 at most.",
    noChanges: "Everybody pays the same as last time.",
    customer: "Customer",
    what: "What",
    percent: "{percent}%",
  },
  ko: {
    title: "다음 청구 실행",
    back: "구독",
    lead: "선택한 날에 고객에게 청구될 금액을 같은 구독의 지난 결제 금액과 비교합니다. 조회만으로는 아무것도 변경되지 않습니다.",
    on: "실행일",
    held: "오늘의 청구 실행이 확인을 기다리고 있습니다",
    heldTotal:
      "청구 합계가 지난번보다 크게 늘었습니다. 아직 청구서가 발행되지 않았으며, 기존 청구서의 안내와 자동결제는 계속됩니다.",
    heldLine:
      "지난번보다 금액이 크게 오른 구독이 있습니다. 아직 청구서가 발행되지 않았으며, 기존 청구서의 안내와 자동결제는 계속됩니다.",
    heldWhat:
      "요금이 잘못되었다면 바로잡아 주세요. 다음 실행 때 다시 확인합니다. 맞는 금액이라면 진행해 주세요.",
    wouldHold: "설정한 한도를 초과하여, 이 실행은 담당자의 확인을 기다리게 됩니다.",
    limits: "한도 변경",
    confirm: "이 금액으로 청구",
    sure: "이 금액으로 청구하시겠습니까?",
    consequence:
      "구독 {subscriptions}건에 대해 {sums}이 바로 청구됩니다. 고객마다 청구서와 안내 메일이 한 번씩 발송됩니다.",
    none: "청구할 내역이 없습니다",
    noneHelp: "해당일까지 만료가 가까운 구독이 없습니다.",
    sums: "합계",
    currency: "통화",
    subscriptions: "구독 수",
    accounts: "고객 수",
    automatic: "자동결제",
    now: "이번 실행",
    before: "지난번",
    difference: "차이",
    changes: "지난번과 금액이 다른 고객",
    changesHelp: "차이가 큰 순서로 최대 50건까지 표시합니다.",
    noChanges: "모든 고객의 금액이 지난번과 같습니다.",
    customer: "고객",
    what: "구독",
    percent: "{percent}%",
  },
})
