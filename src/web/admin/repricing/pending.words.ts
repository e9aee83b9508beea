import { defineWords } from "../../i18n/define-words.ts"

export const words = defineWords({
  en: {
    title: "Who still has to agree or be told",
    help: "New prices that begin by {day}. Without a consent where one is required, nobody is charged more.",
    none: "No price changes are waiting for anybody.",
    more: "More of them are on the pages of their changes.",
    what: "Subscription",
    customer: "Customer",
    price: "Price",
    firstOn: "First day",
    open: "Still to happen",
    asked: "Has to agree by {day}",
    toAsk: "Asked on {day}, has to agree",
    told: "Told, nothing to do",
    toTell: "Told on {day}",
  },
  ko: {
    title: "동의 또는 안내가 남은 고객",
    help: "{day}까지 적용되는 요금 변경입니다. 동의가 필요한 고객에게는 동의 없이 더 청구하지 않습니다.",
    none: "동의나 안내를 기다리는 요금 변경이 없습니다.",
    more: "나머지는 각 요금 변경 페이지에서 확인하실 수 있습니다.",
    what: "상품",
    customer: "고객",
    price: "요금",
    firstOn: "적용 시작일",
    open: "남은 절차",
    asked: "{day}까지 동의 필요",
    toAsk: "{day}에 동의 요청 예정",
    told: "안내 완료",
    toTell: "{day}에 안내 예정",
  },
})
